//! A statement as one file: it opens in any browser without a network, and recomputes and checks its
//! own figures with whole numbers.

mod held;
mod steps;

use held::{held, written};
use serde_json::{Value, json};
use steps::Shown;

use super::statement::{LineProof, LineView, SignatureView, StatementView, called};
use super::summary::summary;
use crate::domain::commission::Plan;
use crate::domain::commission::format::print_number;
use crate::domain::commission::kept::KeptLine;
use crate::domain::commission::plan::{Component, Pays, Shares};
use crate::domain::commission::sign::{HEIGHT, WIDTH};
use crate::i18n::Lang;

/// The script of the file.
const SCRIPT: &str = include_str!("verify.js");

const STYLE: &str = "body{font:16px/1.5 system-ui,'PingFang SC','Noto Sans CJK SC',sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{padding:.4rem .5rem;text-align:left;border-bottom:1px solid}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}tfoot td{font-weight:700}:root{color-scheme:light dark;--good:#0b6b3a;--bad:#b3261e}@media(prefers-color-scheme:dark){:root{--good:#6fd39b;--bad:#ff8a75}}#verdict{padding:.5rem .75rem;border:2px solid;font-weight:700}#verdict.good{color:var(--good)}#verdict.good::before{content:'\\2713\\00a0'}#verdict.bad{color:var(--bad)}#verdict.bad::before{content:'\\2717\\00a0'}dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.25rem 1rem}dd{margin:0;font-variant-numeric:tabular-nums}.wrong{outline:3px solid var(--bad);color:var(--bad)}@media(max-width:34rem){td,th{padding:.3rem .25rem;font-size:.8125rem;overflow-wrap:anywhere}td.n{overflow-wrap:normal}}";

/// The file of a statement.
pub fn file(lang: Lang, told: Told) -> String {
    let Told { view, plan, .. } = told;
    let rows: String = view
        .lines
        .iter()
        .map(|it| {
            let cell = |(place, it): (usize, &String)| match place {
                0 | 1 => format!("<td>{}</td>", escaped(it)),
                _ => format!("<td class=\"n\">{}</td>", escaped(it)),
            };
            format!("<tr>{}</tr>\n", cells(it).iter().enumerate().map(cell).collect::<String>())
        })
        .collect();
    let heads = [lang.statement_deal(), lang.statement_step()].map(|it| format!("<th>{it}</th>"));
    let figures = [lang.statement_base(), lang.statement_rate(), lang.statement_amount()]
        .map(|it| format!("<th class=\"n\">{it}</th>"));
    let title = escaped(&view.title);
    let word = |it: &String| format!("<li>{}</li>", escaped(it));
    let words = summary(lang, &without_others(plan)).iter().map(word).collect::<String>();
    // What closes a script must not stand in its data.
    let (data, steps) = data(lang, told);
    let data = data.to_string().replace("</", "<\\/");
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{heading}: {title}</title>\n<style>{STYLE}</style>\n<h1>{heading}</h1>\n<h2>{title}</h2>\n<p>{plan} · {state}</p>\n{corrected}<p id=\"verdict\" role=\"status\">{waiting}</p>\n<table><thead><tr>{heads}{figures}</tr></thead>\n<tbody>{rows}</tbody>\n<tfoot><tr><td colspan=\"4\">{sum}</td><td class=\"n\">{payout}</td></tr></tfoot></table>\n{steps}{signature}<h2>{in_words}</h2>\n<ul>{words}</ul>\n<p>{rule}</p>\n<script type=\"application/json\" id=\"data\">{data}</script>\n<script>{SCRIPT}</script>\n</html>\n",
        tag = lang.tag(),
        heading = lang.file_heading(),
        plan = escaped(&view.plan),
        state = escaped(&view.state),
        corrected = corrected(view),
        waiting = lang.file_waiting(),
        heads = heads.concat(),
        figures = figures.concat(),
        sum = lang.statement_sum(),
        payout = escaped(&view.payout),
        in_words = lang.pay_in_words(),
        words = words,
        rule = lang.file_rule(),
        signature = view.signature.as_ref().map(signature).unwrap_or_default(),
    )
}

/// The corrections that it pays, and those that were made of it since.
fn corrected(view: &StatementView) -> String {
    let head = view.holds.iter().chain(&view.since);
    let head = head.map(|it| format!("<p><strong>{}</strong></p>\n", escaped(it)));
    let each = view.corrections.iter().map(|it| format!("<li>{}</li>", escaped(&it.words)));
    let list =
        (!view.corrections.is_empty()).then(|| format!("<ul>{}</ul>\n", each.collect::<String>()));
    head.chain(list).collect()
}

/// What was drawn, who signed when, and that it was corrected since.
fn signature(view: &SignatureView) -> String {
    let drawn = view.path.as_ref().map(|it| {
        format!(
            "<svg width=\"240\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\" role=\"img\" aria-label=\"{}\"><path d=\"{it}\"/></svg>\n",
            escaped(&view.words)
        )
    });
    let stale = view.stale.as_ref().map(|it| format!("<p class=\"bad\">{}</p>\n", escaped(it)));
    let words = escaped(&view.words);
    format!("{}<p>{words}</p>\n{}", drawn.unwrap_or_default(), stale.unwrap_or_default())
}

/// A statement, what it is paid by, and what its lines can be held against; that is none where what
/// is known today differs from what was closed.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The statement.
    pub view: &'a StatementView,
    /// The plan.
    pub plan: &'a Plan,
    /// What its lines can be held against.
    pub proof: Option<&'a LineProof>,
}

/// What the script reads, and the section of what the steps go by.
fn data(lang: Lang, told: Told) -> (Value, String) {
    let Told { view, plan, proof } = told;
    let payout: i64 = view.kept.iter().map(|it| it.amount).sum();
    let line = |(place, it): (usize, &KeptLine)| {
        let known = proof.and_then(|proof| proof.told.get(place).map(|it| (proof, *it)));
        let part = known.and_then(|(proof, it)| proof.proof.lines[it].component);
        let bound = known.and_then(|(proof, it)| proof.proof.bounds[it]);
        let mut told = written(plan, it, part);
        let shown = view.lines.get(place);
        told["shown"] = json!(shown.map(|it| cells(it).to_vec()).unwrap_or_default());
        told["bound"] = json!(bound.map(|it| it.to_string()));
        told
    };
    let good = match proof {
        Some(_) => lang.file_checked("#"),
        None => lang.file_checked_lines("#"),
    };
    let mut told = json!({
        "scale": plan.currency.scale(),
        "payout": payout.to_string(),
        "total": view.payout,
        "good": good,
        "bad": lang.file_wrong(),
        "proved": proof.is_some(),
        "recoverable": plan.draw.is_some_and(|it| it.recoverable),
        "holdback": plan.holdback.map(|it| print_number(it.share)),
        "lines": view.kept.iter().enumerate().map(line).collect::<Vec<_>>(),
        "silent": [], "earned": [], "parts": [], "bonuses": [], "deals": [], "amounts": [],
    });
    let mut shown = Shown::new(lang, plan);
    if let Some(proof) = proof {
        held(proof, &mut told, (plan, &mut shown));
    }
    (told, shown.section())
}

/// A plan without what it says of others by name: what they have of a pool is theirs to know.
fn without_others(plan: &Plan) -> Plan {
    let mut own = plan.clone();
    let is_agreed = |it: &Component| match &it.pays {
        Pays::Pool(pool) => matches!(pool.shares, Shares::Given(_)),
        _ => false,
    };
    own.components.retain(|it| !is_agreed(it));
    own
}

/// What a line shows.
fn cells(line: &LineView) -> [String; 5] {
    let LineView { step, base, rate, amount, .. } = line;
    let head = if line.is_correction { line.deal.clone() } else { called(line) };
    [head, step.clone(), base.clone(), rate.clone(), amount.clone()]
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::commission::format::plan_of_text;

    #[test]
    fn the_file_shows_the_signature_and_closes_no_script() {
        let plan = plan_of_text(r#"{"currency":"USD","components":[{"rate":"10%"}]}"#);
        let plan = plan.expect("a plan");
        let signature = SignatureView {
            words: "Signed by <Ann> on 1 Jun 2026".to_owned(),
            path: Some("M5 5L90 9".to_owned()),
            stale: Some("Corrected since".to_owned()),
        };
        let payout = "</script>".to_owned();
        let view = StatementView { signature: Some(signature), payout, ..StatementView::default() };
        let file = file(Lang::En, Told { view: &view, plan: &plan, proof: None });
        assert!(file.contains("<path d=\"M5 5L90 9\"/>"), "{file}");
        assert!(file.contains("<p>Signed by &lt;Ann&gt; on 1 Jun 2026</p>"), "{file}");
        assert!(file.contains("<p class=\"bad\">Corrected since</p>"), "{file}");
        assert_eq!(file.matches("</script>").count(), 2, "{file}");
    }
}
