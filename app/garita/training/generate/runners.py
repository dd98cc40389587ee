"""Who answers batch files: a server with OpenAI's batch interface, or anybody who watches a folder.

The server's names for file and batch are on the disk before anything else happens. A batch is never created twice: the
client does not repeat that request, and where its answer was lost the batch is found again by its input file. Source:
https://platform.openai.com/docs/api-reference/batch.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import msgspec

from garita.errors import OutputNotWritable, WriterFailed
from garita.files import write_beside
from garita.training.generate.batches import RoundFiles
from garita.training.generate.exchange import RoundWaits, Stop
from garita.training.generate.openai_format import ENDPOINT
from garita.training.generate.server_back_end import RETRIES, client
from garita.training.generate.store import Round, Store

_OVER = {"completed", "expired", "cancelled", "failed"}
_GLANCE = 0.2  # seconds between two looks at whether the user wants to stop


class FolderRunner:
    """Somebody else reads the requests and writes the answers, in the same format: vLLM's batch runner, for one."""

    def bring(self, one: Round, files: RoundFiles, _: Stop, /) -> bool:
        """See Runner. The answers must appear whole: who writes them line by line does so under another name first.

        Raises:
            RoundWaits: there are no answers yet.
        """
        if not files.answers.exists():
            raise RoundWaits(files.requests, files.answers, one.model)
        return True


class ServerRunner:
    """A batch server. Close it after use.

    Args:
        url: ends in /v1.
        store: where the server's names are remembered.
        seconds: between two looks at a batch.
    """

    def __init__(self, url: str, store: Store, key: str = "", *, seconds: float = 30.0, retries: int = RETRIES) -> None:
        self._client, self._url = client(url, key, retries), url
        self._store, self._seconds = store, seconds

    def bring(self, one: Round, files: RoundFiles, stop: Stop, /) -> bool:
        """Submit, poll and fetch (see Runner).

        Raises:
            WriterFailed: the server is gone or refuses the batch as a whole; then the next call submits it anew.
            OutputNotWritable.
        """
        from openai import APIError, OpenAIError

        try:
            one = self._submitted(one, files.requests)
            batch = self._polled(one, stop)
            if batch is None:
                return False
            self._fetch(batch.output_file_id, files.answers)
            self._fetch(batch.error_file_id, files.errors)
        except OpenAIError as error:
            reason = error.message if isinstance(error, APIError) else str(error)
            raise WriterFailed(name=self._url, reason=reason) from error
        except OSError as error:
            raise OutputNotWritable(path=str(files.answers), reason=error.strerror or str(error)) from error
        return True

    def close(self) -> None:
        """Give back its connections."""
        self._client.close()

    def _submitted(self, one: Round, requests: Path) -> Round:
        if one.batch:
            return one
        if one.file:  # a call before this one may have created the batch without hearing its name
            found = self._created(one.file)
        else:
            with requests.open("rb") as file:
                one = self._kept(one, file=self._client.files.create(file=file, purpose="batch").id)
            found = None
        if found is None:
            found = self._client.with_options(max_retries=0).batches.create(
                input_file_id=one.file, endpoint=ENDPOINT, completion_window="24h"
            )
        return self._kept(one, batch=found.id)

    def _created(self, file: str) -> Any:
        batches = self._client.batches.list(limit=100)  # the client turns the pages
        return next((batch for batch in batches if batch.input_file_id == file and batch.status != "failed"), None)

    def _polled(self, one: Round, stop: Stop) -> Any:
        """The batch when it is over; None when the user stops."""
        while True:
            batch = self._client.batches.retrieve(one.batch)
            if batch.status == "failed":  # none of its lines was looked at
                self._kept(one, file="", batch="")
                raise WriterFailed(name=self._url, reason=_why(batch))
            if batch.status in _OVER:
                return batch
            if self._stopped_waiting(stop):
                return None

    def _stopped_waiting(self, stop: Stop) -> bool:
        """Wait until the next look; a signal's handler may not wake an Event safely, so this glances at a flag."""
        until = time.monotonic() + self._seconds
        while not stop() and (left := until - time.monotonic()) > 0:
            time.sleep(min(_GLANCE, left))
        return stop()

    def _fetch(self, name: str | None, path: Path) -> None:
        from openai import NotFoundError

        if name is None:
            return
        try:
            write_beside(path, self._client.files.content(name).content)
        except NotFoundError:  # servers do not keep files for ever; a copy fetched earlier stays
            return

    def _kept(self, one: Round, **names: str) -> Round:
        one = msgspec.structs.replace(one, **names)
        self._store.keep_round(one)
        return one


def _why(batch: Any) -> str:
    errors = batch.errors.data if batch.errors else None
    return str(errors[0].message) if errors else f"the batch {batch.id} failed"
