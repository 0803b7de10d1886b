"""What the tests of lists ask, and what they compare."""

LIST = "/api/v1/articles/"


def ids(response):
    assert response.status_code == 200, response.content
    return [card["id"] for card in response.json()["results"]]


def listed(client, query):
    return ids(client.get(f"{LIST}?{query}"))


def id_of(*articles):
    return [str(article.public_id) for article in articles]
