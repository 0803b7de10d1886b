"""What was promised and what became of it, read from the database alone.

Triggers witness what is committed, so that an effect that happened twice shows, even where its
rows were replaced.
"""

from dataclasses import dataclass, field

from psycopg.rows import dict_row

_WITNESS = """
CREATE TABLE witness (what text NOT NULL, subject bigint NOT NULL);

CREATE FUNCTION see_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO witness VALUES (NEW.state, NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER see_job AFTER UPDATE OF state ON articles_job FOR EACH ROW
    WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION see_job();

CREATE FUNCTION see_mentions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO witness SELECT 'mentions', revision_id FROM stored GROUP BY revision_id;
    RETURN NULL;
END $$;
CREATE TRIGGER see_mentions AFTER INSERT ON articles_mention
    REFERENCING NEW TABLE AS stored FOR EACH STATEMENT EXECUTE FUNCTION see_mentions();
"""

_STATE = """
SELECT
    job.state, job.attempts, job.interruptions, job.reason, job.public_id,
    run.state IS NOT DISTINCT FROM 'done'
        AND run.content_hash = revision.content_hash
        AND job.content_hash = revision.content_hash AS is_right,
    (SELECT count(*) FROM witness WHERE what = 'running' AND subject = job.id) AS starts,
    (SELECT count(*) FROM witness WHERE what = 'done' AND subject = job.id) AS ends,
    (SELECT count(*) FROM witness WHERE what = 'mentions' AND subject = revision.id) AS effects
FROM articles_article article
JOIN articles_revision revision ON revision.id = article.draft_revision_id
LEFT JOIN articles_job job ON job.article_id = article.id AND job.kind = 'enrich'
LEFT JOIN articles_enrichmentrun run ON run.revision_id = revision.id
WHERE article.id = ANY(%s)
"""


def install_witness(connection):
    """Let the database write down what is committed."""
    connection.execute(_WITNESS)


@dataclass(frozen=True)
class Ledger:
    """Counts of articles: equal ledgers mean that nothing moved."""

    saved: int = 0
    done: int = 0
    lost: int = 0  # done without its effect, or for other words; or not there at all
    twice: int = 0  # an effect that was committed more than once
    quarantined: int = 0
    starts: int = 0
    attempts: int = 0
    interruptions: int = 0
    reasons: tuple[str, ...] = ()
    job_ids: tuple = field(default=(), repr=False)

    @classmethod
    def of(cls, connection, articles):
        with connection.cursor(row_factory=dict_row) as cursor:
            rows = cursor.execute(_STATE, [articles]).fetchall()
        done = [row for row in rows if row["state"] == "done"]
        return cls(
            saved=len(articles),
            done=len(done),
            lost=len(articles)
            - len(rows)
            + sum(not row["is_right"] or not row["effects"] for row in done)
            + sum(row["state"] is None for row in rows),
            twice=sum(row["ends"] > 1 or row["effects"] > 1 for row in rows),
            quarantined=sum(row["state"] == "quarantined" for row in rows),
            starts=sum(row["starts"] for row in rows),
            attempts=sum(row["attempts"] or 0 for row in rows),
            interruptions=sum(row["interruptions"] or 0 for row in rows),
            reasons=tuple(sorted({row["reason"] for row in rows if row["reason"]})),
            job_ids=tuple(row["public_id"] for row in rows),
        )

    def is_settled(self):
        """Nothing more will happen to these articles."""
        return self.done + self.quarantined + self.lost >= self.saved

    def __str__(self):
        return (
            f"{self.saved} saved, {self.done} done, {self.lost} lost, {self.twice} twice,"
            f" {self.quarantined} quarantined; {self.starts} starts,"
            f" {self.interruptions} interruptions"
        )
