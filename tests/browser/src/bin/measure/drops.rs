//! Cards carried from column to column.

use serde::Deserialize;
use serde_json::json;

use browser_stories::harness::{Outcome, Point, Stage};

use crate::figure::{Figure, median, p95, worst};
use crate::watch;

/// From which column to which, by their numbers; open stages come first.
const WAYS: [(usize, usize); 4] = [(0, 1), (1, 0), (0, 2), (1, 2)];
const ROUNDS: usize = 4;

/// A way of a card.
#[derive(Deserialize)]
struct Way {
    thing: String,
    place: String,
    from: Point,
    to: Point,
}

/// The page stands slowed down, with its leads.
pub(crate) async fn figures(stage: &Stage) -> Outcome<Vec<Figure>> {
    stage.start("#/leads").await?;
    let mut all = Vec::new();
    for _ in 0..ROUNDS {
        for (from, to) in WAYS {
            all.push(drop_a_card(stage, from, to).await?);
        }
    }
    Ok(vec![
        Figure::ms("card dropped, in place: 95th of 100, 4x slower CPU", p95(&all)).within(100.0),
        Figure::ms("– median", median(&all)),
        Figure::ms("– worst", worst(&all)),
    ])
}

async fn drop_a_card(stage: &Stage, from: usize, to: usize) -> Outcome<f64> {
    let card =
        format!("nth('[data-testid=column]', {from}).querySelector('[data-testid=lead-card]')");
    watch::reachable(stage, &card).await?;
    let way: Way = stage
        .script(
            "const [from, to] = arguments;
             const columns = [...document.querySelectorAll('[data-testid=column]')];
             const frame = columns[from].querySelector('.window').getBoundingClientRect();
             const inSight = ({ top, bottom }) => frame.top <= top && bottom <= frame.bottom;
             const things = [...columns[from].querySelectorAll('[data-thing]')];
             const thing = things.find((it) => inSight(it.getBoundingClientRect()));
             const place = columns[to];
             const [start, end] = [thing, place].map((it) => it.getBoundingClientRect());
             return {
               thing: thing.dataset.thing, place: place.dataset.place,
               from: { x: Math.round(start.x + start.width / 2), y: Math.round(start.y + start.height / 2) },
               to: { x: Math.round(end.x + Math.min(end.width / 2, innerWidth - end.x - 40)), y: Math.round(end.y + 260) },
             };",
            json!([from, to]),
        )
        .await?;
    watch::begin(stage, &in_place(&way)).await?;
    stage.drag(way.from, way.to).await?;
    watch::end(stage).await
}

/// Whether the card is to be seen in the column.
fn in_place(Way { thing, place, .. }: &Way) -> String {
    format!(
        "(() => {{
           const column = document.querySelector('[data-place=\"{place}\"]');
           const card = column.querySelector('[data-thing=\"{thing}\"]')?.getBoundingClientRect();
           const frame = column.getBoundingClientRect();
           return Boolean(card) && frame.top < card.bottom && card.top < frame.bottom;
         }})()"
    )
}
