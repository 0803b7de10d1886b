import factory
from factory.django import DjangoModelFactory

from articles.models import Organization, Person, Role, Topic, User


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    role = Role.NONE
    password = factory.django.Password("correct horse battery staple")


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence(lambda n: f"Ada Example{n}")
    slug = factory.Sequence(lambda n: f"ada-example{n}")


class OrganizationFactory(DjangoModelFactory):
    class Meta:
        model = Organization

    name = factory.Sequence(lambda n: f"Example{n} Works")
    slug = factory.Sequence(lambda n: f"example{n}-works")


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = Topic

    name = factory.Sequence(lambda n: f"Gadget{n}")
    slug = factory.Sequence(lambda n: f"gadget{n}")
