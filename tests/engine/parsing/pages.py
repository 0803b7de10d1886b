"""Two plain text pages of our own in the shape of a saved news page."""

from __future__ import annotations

HARBOUR = """\
Solène Marchetti Leaves Kelpie Robotics: What It Means for Harbour Automation | Sea Tech Daily | Tidewire.Example
Latest Update
4/9/2025 7:05:00 AM

Solène Marchetti Leaves Kelpie Robotics: What It Means for Harbour Automation

Solène Marchetti Leaves Kelpie Robotics: What It Means for Harbour Automation

According to @smarchetti, the founder of Kelpie Robotics will step down on May 2, 2025. Over 60% of European ports use its cranes.

Source

Analysis

Marchetti started the firm in Nantes. Ports in 14 countries run its cranes, per a 2024 survey by the Harbour Institute.

Analysts expect the market to reach $4.2 billion by 2031. Nobody at Kelpie would say who comes next.

FAQ: Who will lead Kelpie Robotics now? The board has named Idris Vance as interim head. Will the cranes still be serviced? Yes, ports keep their contracts until 2029.

Solène Marchetti

@smarchetti

Engineer and sailor. Builds cranes that see.
"""

ORCHARD = """\
Tadhg O’Rourke Hands Over the Orchard Compiler: A New Start for a Small Language | Code Notes | Quince.Example\r
Last updated\r
13/9/2025 18:40:00\r
\r
Tadhg O’Rourke Hands Over the Orchard Compiler: A New Start for a Small Language\r
\r
The Orchard compiler, used by nearly 3,000 teams 🍎, gets a new maintainer.\r
\r
Source: https://quince.example/orchard\r
\r
Background\r
\r
O’Rourke wrote the first version in 2011. “It was a toy,” he said.\r
\r
Frequently Asked Questions\r
\r
Who takes over?\r
\r
Amina Yusuf, who wrote the type checker.\r
\r
What changes for users?\r
\r
Nothing before version 5.\r
\r
Tadhg O’Rourke\r
\r
@tadhg\r
\r
Wrote Orchard. Grows apples.\r
\r
Amina Yusuf\r
\r
@ayusuf\r
"""
