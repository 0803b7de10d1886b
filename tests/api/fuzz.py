"""Requests that follow the OpenAPI document, and requests that break it: every answer keeps to it.

All addresses are asked, those that write as well, with a key that has every scope.
`python -m tests.api.fuzz --requests 20000` makes as many, in about a quarter of an hour of one core.
Which ones, goes by the number alone.
"""

import argparse
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import jsonschema
import schemathesis
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.stateful import run_state_machine_as_test
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from newsroom.wsgi import application

REQUESTS = "NEWSROOM_FUZZ_REQUESTS"
FEWEST = 500
STEPS = 5
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]
NARROWING = {"fields", "exclude"}
NEGATIVE = GenerationMode.NEGATIVE
DONE = (200, 201)


def closed(environ, start_response):
    """Serve one request to its end, as a server does: what streams holds something until then."""
    answer = application(environ, start_response)
    try:
        return list(answer)
    finally:
        getattr(answer, "close", lambda: None)()


class Fuzzer:
    """Asks every address by the document that the API gives of itself."""

    def __init__(self, *, key, places, tags, requests=FEWEST):
        """Take a key's header, how many requests to send, and by path what makes them matter.

        `places` are a path's parameters that lead somewhere, `tags` the If-Match of what is there.
        """
        self.key, self.places, self.requests = key, places, requests
        self.tags = {path: {"If-Match": tag} for path, tag in tags.items()}
        self.statuses = Counter()
        self.done = set()
        self.schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", closed)
        self.schema.config.generation.update(with_security_parameters=False)  # the key is ours
        self.whole = self.schema.raw_schema["components"]

    def run(self):
        """Send the requests: proper ones, improper ones, and ones that follow from answers."""
        operations = [found.ok() for found in self.schema.get_all_operations()]
        share = max(1, self.requests * 9 // 10 // (3 * len(operations)))
        for operation in operations:
            place = {"path_parameters": self.places.get(operation.path)}
            wrong = {}
            if operation.method != "get":  # what is wrong with it is seen there alone
                wrong = place = {**place, "headers": self.tags.get(operation.path)}
            self.ask(operation.as_strategy(**place), share)
            self.ask(operation.as_strategy(), share)
            self.ask(operation.as_strategy(generation_mode=NEGATIVE, **wrong), share)
        self.follow(max(1, self.requests // 10 // STEPS))
        return self.statuses

    def ask(self, cases, number):
        """Send so many of these, each into the same world: what one changed is taken back."""

        @bounded(number)
        @given(case=cases)
        def each(case):
            with transaction.atomic():
                response = case.call(headers=self.key)
                transaction.set_rollback(True)
            self.require(case, response)

        each()

    def follow(self, number):
        """Walk so many times from answer to request, where the document leads from one to another."""
        fuzzer = self

        class Walk(self.schema.as_state_machine()):
            def get_call_kwargs(self, _case):
                return {"headers": fuzzer.key}

            def validate_response(self, response, case, **_):
                fuzzer.require(case, response)

        run_state_machine_as_test(Walk, settings=bounded(number, stateful_step_count=STEPS))

    def require(self, case, response):
        """Fail unless the answer is one that the document speaks of."""
        self.statuses[response.status_code] += 1
        if response.status_code in DONE:
            self.done.add(case.operation.label)
        checks = [*CHECKS, *([negative_data_rejection] if is_wrong(case) else [])]
        case.validate_response(response, checks=checks, headers=self.key)
        body = response.headers.get("content-type", [""])[0]
        if response.status_code == 200 and body == "application/json":
            self.require_whole(case, response)

    def require_whole(self, case, response):
        """Hold what nobody narrowed against the whole shape, which the document leaves open."""
        content = case.operation.definition.raw["responses"]["200"]["content"]
        shapes = content["application/json"]["schema"].get("anyOf", [])
        if shapes and not NARROWING & set(case.query or {}):
            jsonschema.validate(response.json(), {**shapes[0], "components": self.whole})


def is_wrong(case):
    """Say whether something must be wrong with a request: any body is a text."""
    is_text = (case.media_type or "").startswith("text/")
    return case.meta is not None and case.meta.generation.mode == NEGATIVE and not is_text


def bounded(number, **more):
    """Return settings for so many examples, always the same."""
    return settings(
        max_examples=number,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        print_blob=False,
        **more,
    )


def main():
    """Run the test with another number of requests, on a database of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=20_000)
    options = parser.parse_args()
    test = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "--show-capture=no"]
    services = [sys.executable, "-m", "newsroom.embedded", "during"]
    return subprocess.call(
        [*services, *test, str(Path(__file__).parent / "test_fuzz.py")],
        env={**os.environ, REQUESTS: str(options.requests)},
    )


if __name__ == "__main__":
    sys.exit(main())
