import datetime as dt
import uuid

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from articles.models import Job, JobKind, JobState


class JobFactory(DjangoModelFactory):
    """A job that waits. `running=True` gives it to a worker, `abandoned=True` to a dead one."""

    class Meta:
        model = Job

    class Params:
        running = factory.Trait(
            state=JobState.RUNNING,
            lease_token=factory.LazyFunction(uuid.uuid4),
            lease_until=factory.LazyFunction(lambda: timezone.now() + dt.timedelta(minutes=1)),
        )
        abandoned = factory.Trait(
            running=True,
            lease_until=factory.LazyFunction(lambda: timezone.now() - dt.timedelta(minutes=1)),
        )
        quarantined = factory.Trait(
            state=JobState.QUARANTINED, attempts=3, reason="ValueError: no such thing\n  at home"
        )
        done = factory.Trait(state=JobState.DONE, finished_at=factory.LazyFunction(timezone.now))

    kind = JobKind.CANARY
    next_check = factory.LazyFunction(lambda: timezone.now() - dt.timedelta(seconds=1))
