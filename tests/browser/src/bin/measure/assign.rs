//! Ten thousand leads and a hundred people with capacities, worked out by the worker that the page
//! starts: from the bytes that it is sent until the answer is there.

use serde::Deserialize;
use serde_json::json;

use browser_stories::harness::{Driver, Outcome, Stage};

use crate::figure::{Figure, median, worst};
use crate::fresh_stage;

const LEADS: usize = 10_000;
const PEOPLE: usize = 100;
/// Times a figure is the median of.
const RUNS: usize = 5;

/// Draws leads and people, sends them as `wire.rs` of the domain reads them, and takes the times.
/// `kinds` is how many different things leads ask and people are.
const WORK: &str = "
    const [leads, people, places, kinds, runs] = arguments;
    let drawn = 20261125;
    const draw = (below) => {
      drawn = (Math.imul(drawn, 1664525) + 1013904223) >>> 0;
      return Math.floor(drawn / 2 ** 32 * below);
    };
    const list = (count, item) => Array.from({ length: count }, item);
    const bytes = [];
    const number = (value) => {
      const eight = new DataView(new ArrayBuffer(8));
      eight.setBigInt64(0, BigInt(value), true);
      for (let at = 0; at < 8; at += 1) bytes.push(eight.getUint8(at));
    };
    const numbers = (rows) => { number(rows.length); rows.flat().forEach(number); };
    [1, 1, 1, 1, 1, 0, 0, 0].forEach(number);
    const grades = list(kinds, () => draw(1001));
    const grade = () => grades[draw(kinds)];
    numbers(list(leads, () => [draw(kinds), draw(kinds), draw(kinds), grade(), 1000 * draw(1000)]));
    numbers(list(people, (_, it) =>
      [1, grade(), grade(), Math.floor(places * (it + 1) / people) - Math.floor(places * it / people), 0]));
    for (let demand = 0; demand < 3; demand += 1) {
      number(kinds * people);
      bytes.push(...list(kinds * people, () => draw(3)));
    }
    numbers(list(kinds * people, () => grade()));
    const worker = new Worker(window.huddle.worker);
    const said = () => new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data === null) reject(new Error('the worker does not read this'));
        else if (typeof data !== 'number') resolve(data);
      };
      worker.onerror = () => reject(new Error('the worker failed'));
    });
    await said();
    const times = [];
    let placed = 0;
    for (let run = 0; run < runs; run += 1) {
      const sent = new Uint8Array(bytes).buffer;
      const begun = performance.now();
      worker.postMessage(sent, [sent]);
      const answer = await said();
      times.push(performance.now() - begun);
      const owners = new BigInt64Array(answer).subarray(leads + 2, 2 * leads + 2);
      placed = owners.filter((it) => it >= 0n).length;
    }
    worker.terminate();
    return { times, placed };";

#[derive(Deserialize)]
struct Work {
    times: Vec<f64>,
    placed: usize,
}

pub(crate) async fn figures(driver: &Driver) -> Outcome<Vec<Figure>> {
    let stage = fresh_stage(driver).await?;
    stage.start("").await?;
    stage.slow_down(1).await?;
    let ample = work(&stage, 5 * LEADS / 4, 40).await?;
    let scarce = work(&stage, 9 * LEADS / 10, 400).await?;
    let alike = work(&stage, LEADS, 2).await?;
    stage.browser.clone().quit().await?;
    let what = "assignment of 10,000 leads to 100 people in the worker";
    let mut figures = vec![
        Figure::ms(format!("{what}: a quarter more places than leads"), median(&ample)).within(1e3),
        Figure::ms("– a tenth fewer places than leads", median(&scarce)).within(1e3),
        Figure::ms("– leads and people almost alike", median(&alike)).within(1e3),
    ];
    let all = [ample, scarce, alike].concat();
    figures.push(Figure::ms(format!("– worst of {}", all.len()), worst(&all)));
    Ok(figures)
}

async fn work(stage: &Stage, places: usize, kinds: usize) -> Outcome<Vec<f64>> {
    let input = json!([LEADS, PEOPLE, places, kinds, RUNS]);
    let script = format!("return (async function () {{ {WORK} }})(...arguments)");
    let Work { times, placed } = stage.script(&script, input).await?;
    assert_eq!(placed, places.min(LEADS), "leads that have somebody");
    Ok(times)
}
