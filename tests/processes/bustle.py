"""A newsroom in which everything happens to many articles at once."""

import datetime as dt
import random
import threading
import time
from collections import Counter, deque
from contextlib import contextmanager

from django.db import connection

from articles.actions.correct_article import correct_article
from articles.actions.describe_subject import describe_subject
from articles.actions.merge_subject import merge_subject
from articles.actions.publish_article import CannotPublish, publish_article
from articles.actions.run_job import run_job
from articles.actions.withdraw_article import withdraw_article
from articles.models import Byline, Job, JobKind, JobState, Person
from articles.selectors.clock import database_now
from tests.factories import ArticleFactory, PersonFactory, RevisionFactory
from tests.taggers import CapitalTagger

WRITERS = 3
AUTHORS = 12
MERGERS = RENAMES = 3
TOLD_BY_JOB = (JobKind.PUBLISH_AGAIN, JobKind.ANNOUNCE, JobKind.EXPIRE)
FINE = ((0, JobState.DONE), (0, JobState.PENDING))  # a change made it wait again
SOON = dt.timedelta(seconds=1)


class Bustle:
    """So many articles, and what is to happen to each, in an order that chance mixes."""

    def __init__(self, articles, *, editor, seed):
        self._editor = editor
        self._chance = random.Random(seed)
        self._errors = []
        self._turn = threading.Lock()
        self._begun = Counter()
        self._authors = [person.pk for person in PersonFactory.create_batch(AUTHORS)]
        self._deck = deque(self._plan() for _ in range(articles))
        self.size = articles
        self.done = Counter()

    def published(self):
        """How many articles have been sent out."""
        return self.done["publish"] + self.done["schedule"] + self.done["lend"]

    def has_still_to_publish(self, share=1.0):
        """Tell whether less than this share of the articles was sent out, and nothing broke."""
        return not self._errors and self.published() < self.size * share

    @contextmanager
    def at_work(self):
        """Let the writers and the worker run; wait for both at the end, and raise what they met."""
        self._ended = threading.Event()
        worker = self._thread(self._work)
        writers = [self._thread(self._write) for _ in range(WRITERS)]
        try:
            yield self
        finally:
            for writer in writers:
                writer.join()
            self._ended.set()
            worker.join()
        assert not self._errors, self._errors

    # --- What happens ----------------------------------------------------------------------

    def _plan(self):
        chance = self._chance
        article = ArticleFactory()
        if chance.random() < 0.25:
            Byline.objects.create(article=article, person_id=chance.choice(self._authors))
        acts = [chance.choices(["publish", "schedule", "lend"], [90, 5, 5])[0]]
        for act, share in (("update", 0.12), ("correct", 0.08), ("withdraw", 0.15)):
            if chance.random() < share:
                acts.append(act)
        if acts[-1] == "withdraw" and chance.random() < 0.4:
            acts.append("publish")
        return article.pk, deque(acts)

    def _do(self, act, article):
        getattr(self, f"_{act}")(article)
        self.done[act] += 1

    def _publish(self, article, **window):
        publish_article(article_id=article, by=self._editor, **window)

    def _schedule(self, article):
        self._publish(article, visible_from=database_now() + SOON)

    def _lend(self, article):
        patience = SOON
        while True:  # on a busy machine the end may come before the publication
            try:
                return self._publish(article, visible_until=database_now() + patience)
            except CannotPublish:
                patience *= 2

    def _update(self, article):
        words = RevisionFactory(article_id=article, number=2)
        type(words.article).objects.filter(pk=article).update(draft_revision=words)
        self._publish(article)

    def _correct(self, article):
        correct_article(article_id=article, by=self._editor, note="It was otherwise.")
        self._publish(article)

    def _withdraw(self, article):
        note = self._chance.choice(["", "It was wrong."])
        withdraw_article(article_id=article, by=self._editor, note=note)

    def _rename(self, _):
        person = Person.objects.get(pk=self._chance.choice(self._authors))
        describe_subject(subject=person, by=self._editor, name=f"{person.name} the Younger")

    def _merge(self, _):
        self._chance.shuffle(self._authors)
        gone, into = (Person.objects.get(pk=pk) for pk in (self._authors.pop(), self._authors[0]))
        merge_subject(subject=gone, into=into, by=self._editor)

    # --- Who does it -----------------------------------------------------------------------

    def _write(self):
        while not self._errors:
            with self._turn:
                if not self._deck:
                    return
                self._deck.rotate(self._chance.randrange(3))
                article, acts = self._deck.popleft()
            self._do(acts.popleft(), article)
            if acts:
                self._deck.append((article, acts))
            if self._is_time_for("rename", RENAMES):
                self._do("rename", article)
            if self._is_time_for("merge", MERGERS):
                self._do("merge", article)

    def _is_time_for(self, act, times):
        """Return True so often in the course of the publications, evenly spread."""
        with self._turn:
            due = self.published() * (times + 1) // self.size
            if self._begun[act] >= min(due, times):
                return False
            self._begun[act] += 1
            return True

    def _work(self):
        """Do what the jobs ask for, until nothing waits and nobody writes."""
        waiting = Job.objects.filter(
            kind__in=TOLD_BY_JOB, state__in=[JobState.PENDING, JobState.RUNNING]
        )
        while not self._errors:
            is_last_look = self._ended.is_set()
            for job in Job.objects.waiting().filter(kind__in=TOLD_BY_JOB)[:20]:
                run_job(job_id=job.public_id, load_tagger=CapitalTagger)
                job.refresh_from_db()
                assert (job.attempts, job.state) in FINE, job.reason or "interrupted"
            if is_last_look and not waiting.exists():
                return
            time.sleep(0.05)

    def _thread(self, work):
        def run():
            try:
                work()
            except Exception as error:  # noqa: BLE001 - the test itself raises it
                self._errors.append(error)
            finally:
                connection.close()

        thread = threading.Thread(target=run)
        thread.start()
        return thread
