"""Seals one file many times at each level and prints the median CPU in milliseconds.

In: {"folder", "url", "file", "count"}. Out: {"B-B": ms, "B-T": ms, "B-LT": ms, "B-LTA": ms}.
"""

import http.client
import json
import logging
import statistics
import sys
import time
import urllib.request
from io import BytesIO
from pathlib import Path
from urllib.parse import urlparse

from asn1crypto import crl, pem, tsp, x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps import TimeStamper
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)
order = json.load(sys.stdin)
folder = Path(order["folder"])
unsealed = Path(order["file"]).read_bytes()
host = urlparse(order["url"]).netloc


def certificate(name):
    _, _, der = pem.unarmor((folder / name).read_bytes())
    return x509.Certificate.load(der)


class Service(TimeStamper):
    """One kept connection, as our own side has it."""

    def __init__(self):
        super().__init__(include_nonce=True)
        self.connection = http.client.HTTPConnection(host)

    async def async_request_tsa_response(self, req):
        headers = {"Content-Type": "application/timestamp-query"}
        self.connection.request("POST", "/tsa", req.dump(), headers)
        return tsp.TimeStampResp.load(self.connection.getresponse().read())


service = Service()
root = certificate("seal-root-1.pem")
seals = signers.SimpleSigner.load(str(folder / "seal.key"), str(folder / "seal.pem"))


def context():
    # The list comes over the network once for each document, as on our side at most.
    with urllib.request.urlopen(f"{order['url']}/list.crl") as answer:
        lists = [crl.CertificateList.load(answer.read())]
    return ValidationContext(
        trust_roots=[root], crls=lists, allow_fetching=False, revocation_mode="require"
    )


def seal(level):
    writer = IncrementalPdfFileWriter(BytesIO(unsealed))
    is_kept = level in ("B-LT", "B-LTA")
    meta = signers.PdfSignatureMetadata(
        field_name="Siegel",
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        embed_validation_info=is_kept,
        use_pades_lta=level == "B-LTA",
        validation_context=context() if is_kept else None,
    )
    stamper = None if level == "B-B" else service
    return signers.sign_pdf(writer, meta, signer=seals, timestamper=stamper, existing_fields_only=True)


figures = {}
for level in ("B-B", "B-T", "B-LT", "B-LTA"):
    spent = []
    for at in range(order["count"] + 5):
        begun = time.process_time()
        seal(level)
        if at >= 5:
            spent.append((time.process_time() - begun) * 1000)
    figures[level] = statistics.median(spent)
print(json.dumps(figures))
