"""Judges every file of a list in one process. Reads JSON on standard input, writes one line of JSON for each file.

In: [{"file", "seal": [DER files], "timestamps": [...], "crls": [...]}]. Out: {"file", "said"}.
"""

import asyncio
import json
import logging
import sys
from pathlib import Path

from asn1crypto import crl, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.ades import ades_lta_validation
from pyhanko.sign.validation.policy_decl import (
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager

# What it objects to is in its answers; its log would only repeat them with stack traces.
logging.disable(logging.CRITICAL)


def certificates(files):
    return [x509.Certificate.load(Path(file).read_bytes()) for file in files]


def judge(job):
    roots = certificates(job["seal"])
    time_roots = certificates(job["timestamps"])
    lists = [crl.CertificateList.load(Path(file).read_bytes()) for file in job["crls"]]

    def context(trusted):
        # Nothing is fetched: a verdict must follow from the file, the anchors and the lists alone.
        return ValidationContext(
            trust_roots=trusted, crls=lists, allow_fetching=False, revocation_mode="require"
        )

    with open(job["file"], "rb") as handle:
        reader = PdfFileReader(handle, strict=True)
        seals = reader.embedded_regular_signatures
        stamps = reader.embedded_timestamp_signatures
        if len(seals) != 1:
            return f"{len(seals)} seals"
        status = validate_pdf_signature(seals[0], context(roots), context(time_roots))
        if not status.intact or not status.valid:
            return "broken"
        if status.revoked:
            return "revoked"
        if not status.trusted:
            return "untrusted"
        said = ["trusted and stamped" if stamped(status) else "trusted"]
        said.append(changes(status))
        if said[-1] != "changed" and not status.bottom_line:
            said.append("not accepted")
        for stamp in stamps:
            verdict = validate_pdf_timestamp(stamp, context(time_roots))
            if not (verdict.intact and verdict.valid and verdict.trusted):
                said.append(f"{stamp.field_name} refused")
        if stamps:
            said.append(f"{len(stamps)} time stamp{'s' if len(stamps) > 1 else ''}")
        if stamps and stamped(status):
            said.append(f"AdES {ades(seals[0], roots + time_roots)}")
        return ", ".join(said)


def stamped(status):
    token = status.timestamp_validity
    return token is not None and token.valid and token.trusted


def changes(status):
    if not status.docmdp_ok:
        return "changed"
    level = status.modification_level
    names = {ModificationLevel.NONE: "untouched", ModificationLevel.LTA_UPDATES: "extended"}
    return names.get(level, "changed")


def ades(seal, roots):
    """EN 319 102-1, 5.6.3, with nothing but the file and the anchors."""
    policy = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=roots),
        revinfo_policy=CertRevTrustPolicy(REQUIRE_REVINFO),
    )
    spec = SignatureValidationSpec(
        cert_validation_policy=policy,
        revinfo_gathering_policy=RevocationInfoGatheringSpec(RevinfoOnlineFetchingRule.LOCAL_ONLY),
    )
    result = asyncio.run(ades_lta_validation(seal, PdfSignatureValidationSpec(spec)))
    return "passed" if result.ades_subindic.status.name == "PASSED" else str(result.ades_subindic)


for job in json.load(sys.stdin):
    try:
        said = judge(job)
    except Exception as problem:  # A judge that stumbles over one file still judges the others.
        said = f"{type(problem).__name__}: {problem}"
    print(json.dumps({"file": job["file"], "said": said}), flush=True)
