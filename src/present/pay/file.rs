//! A statement as one file: it opens in any browser without a network, and recomputes and checks its
//! own figures with whole numbers.

use serde_json::{Value, json};

use super::statement::{StatementView, called};
use crate::domain::commission::Kind;
use crate::domain::commission::kept::KeptLine;
use crate::domain::money::Currency;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;

/// The script of the file.
const SCRIPT: &str = include_str!("verify.js");

const STYLE: &str = "body{font:16px/1.5 system-ui,'PingFang SC','Noto Sans CJK SC',sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{padding:.4rem .5rem;text-align:left;border-bottom:1px solid}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}tfoot td{font-weight:700}.wrong{outline:3px solid}.bad{font-weight:700;text-decoration:underline}";

/// The file of a statement.
pub fn file(workspace: &Workspace, lang: Lang, view: &StatementView, currency: Currency) -> String {
    let rows: String = view
        .lines
        .iter()
        .map(|it| {
            let cells =
                [called(it), it.step.clone()].map(|it| format!("<td>{}</td>", escaped(&it)));
            let figures = [&it.base, &it.rate, &it.amount]
                .map(|it| format!("<td class=\"n\">{}</td>", escaped(it)));
            format!("<tr>{}{}</tr>\n", cells.concat(), figures.concat())
        })
        .collect();
    let heads = [lang.statement_deal(), lang.statement_step()].map(|it| format!("<th>{it}</th>"));
    let figures = [lang.statement_base(), lang.statement_rate(), lang.statement_amount()]
        .map(|it| format!("<th class=\"n\">{it}</th>"));
    let title = escaped(&view.title);
    // What closes a script must not stand in its data.
    let data = data(workspace, lang, view, currency).to_string().replace("</", "<\\/");
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{heading}: {title}</title>\n<style>{STYLE}</style>\n<h1>{heading}</h1>\n<h2>{title}</h2>\n<p>{plan} · {state}</p>\n<p id=\"verdict\" role=\"status\">{waiting}</p>\n<table><thead><tr>{heads}{figures}</tr></thead>\n<tbody>{rows}</tbody>\n<tfoot><tr><td colspan=\"4\">{sum}</td><td class=\"n\">{payout}</td></tr></tfoot></table>\n<p>{rule}</p>\n<script type=\"application/json\" id=\"data\">{data}</script>\n<script>{SCRIPT}</script>\n</html>\n",
        tag = lang.tag(),
        heading = lang.file_heading(),
        plan = escaped(&view.plan),
        state = escaped(&view.state),
        waiting = lang.file_waiting(),
        heads = heads.concat(),
        figures = figures.concat(),
        sum = lang.statement_sum(),
        payout = escaped(&view.payout),
        rule = lang.file_rule(),
    )
}

fn data(workspace: &Workspace, lang: Lang, view: &StatementView, currency: Currency) -> Value {
    let payout: i64 = view.kept.iter().map(|it| it.amount).sum();
    let line = |it: &KeptLine| {
        let lead = it.lead.and_then(|it| workspace.leads.get(it));
        let day = lead.and_then(|it| it.closes).map(|it| it.to_string()).unwrap_or_default();
        let is_checked = matches!(it.kind, Kind::Commission | Kind::Override | Kind::Spiff);
        let group = format!("{}/{day}", it.component);
        let each = it.rate.strip_prefix("× ");
        json!({
            "amount": it.amount.to_string(),
            "base": it.base,
            "rate": each.unwrap_or(&it.rate),
            "each": each.is_some(),
            "group": if is_checked { group } else { String::new() },
            "key": it.lead.map(|it| it.to_string()).unwrap_or_default(),
        })
    };
    json!({
        "scale": currency.scale(),
        "payout": payout.to_string(),
        "good": lang.file_checked("#"),
        "bad": lang.file_wrong(),
        "lines": view.kept.iter().map(line).collect::<Vec<_>>(),
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
