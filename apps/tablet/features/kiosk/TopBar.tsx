import type { JSX } from 'solid-js';

/** The bar on top of every screen: where one is on one side, what helps reading on the other. */
export function TopBar(props: { where: JSX.Element; tools?: JSX.Element }) {
  return (
    <header class="top">
      <div class="top__where">{props.where}</div>
      {props.tools}
    </header>
  );
}

/** "Bürgeramt Echterdingen · Platz 3" */
export function OfficeName(props: { office: string; desk: string }) {
  return (
    <span class="top__office">
      <img class="top__sign" src={`${import.meta.env.BASE_URL}icon.svg`} alt="" />
      <span>
        <strong>{props.office}</strong> · {props.desk}
      </span>
    </span>
  );
}
