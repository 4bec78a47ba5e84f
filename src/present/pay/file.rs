//! A statement as one file: it opens in any browser without a network, and recomputes and checks its
//! own figures with whole numbers.

use serde_json::{Value, json};

use super::statement::{SignatureView, StatementView, called};
use crate::domain::commission::Kind;
use crate::domain::commission::kept::KeptLine;
use crate::domain::commission::sign::{HEIGHT, WIDTH};
use crate::domain::money::Currency;
use crate::i18n::Lang;

/// The script of the file.
const SCRIPT: &str = include_str!("verify.js");

const STYLE: &str = "body{font:16px/1.5 system-ui,'PingFang SC','Noto Sans CJK SC',sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{padding:.4rem .5rem;text-align:left;border-bottom:1px solid}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}tfoot td{font-weight:700}.wrong{outline:3px solid}.bad{font-weight:700;text-decoration:underline}";

/// The file of a statement.
pub fn file(lang: Lang, view: &StatementView, currency: Currency) -> String {
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
    let data = data(lang, view, currency).to_string().replace("</", "<\\/");
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{heading}: {title}</title>\n<style>{STYLE}</style>\n<h1>{heading}</h1>\n<h2>{title}</h2>\n<p>{plan} · {state}</p>\n<p id=\"verdict\" role=\"status\">{waiting}</p>\n<table><thead><tr>{heads}{figures}</tr></thead>\n<tbody>{rows}</tbody>\n<tfoot><tr><td colspan=\"4\">{sum}</td><td class=\"n\">{payout}</td></tr></tfoot></table>\n{signature}<p>{rule}</p>\n<script type=\"application/json\" id=\"data\">{data}</script>\n<script>{SCRIPT}</script>\n</html>\n",
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
        signature = view.signature.as_ref().map(signature).unwrap_or_default(),
    )
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

fn data(lang: Lang, view: &StatementView, currency: Currency) -> Value {
    let payout: i64 = view.kept.iter().map(|it| it.amount).sum();
    let line = |it: &KeptLine| {
        let is_checked = matches!(it.kind, Kind::Commission | Kind::Override | Kind::Spiff);
        let group = format!("{}/{}", it.component, it.kind);
        // Deals that cross a tier on one day are rounded together, so a line may be a part of that.
        let of_tiers = |other: &&KeptLine| {
            (other.kind, &other.component) == (it.kind, &it.component) && other.rate != it.rate
        };
        let shared = view.kept.iter().any(|other| of_tiers(&other));
        let each = it.rate.strip_prefix("× ");
        json!({
            "amount": it.amount.to_string(),
            "base": it.base,
            "rate": each.unwrap_or(&it.rate),
            "each": each.is_some(),
            "group": if is_checked { group } else { String::new() },
            "shared": shared,
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

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;
    use crate::domain::commission::facts::Facts;
    use crate::domain::commission::format::{facts, plan_of_text};
    use crate::domain::commission::gather::Gathered;
    use crate::domain::commission::{Plan, pay};
    use crate::domain::id::{LeadId, PersonId};
    use crate::present::pay::statement::line;

    /// The statement of everybody, as one.
    fn statement(plan: &Plan, facts: Facts) -> StatementView {
        let paid = pay(plan, &facts).expect("it can be paid");
        let leads = (1..).map(LeadId::drawn).take(facts.deals.len()).collect();
        let people = (1..).map(PersonId::drawn).take(facts.members.len()).collect();
        let gathered = Gathered { facts, people, leads };
        let lines = paid.slips.iter().flat_map(|it| &it.lines);
        let kept: Vec<KeptLine> = lines.map(|it| gathered.kept(plan, it)).collect();
        let lines = kept.iter().map(|it| line(Lang::En, plan, it)).collect();
        StatementView { lines, kept, ..StatementView::default() }
    }

    /// What the script of the file says in node, with a page that has nothing but what it looks for;
    /// none where there is no node.
    fn verdict(file: &str) -> Option<String> {
        let part = |from: &str| file.split(from).nth(1)?.split("</script>").next();
        let data = part("id=\"data\">").expect("data");
        let script = part("<script>").expect("a script");
        let page = format!(
            "const rows = new Proxy([], {{ get: (all, at) => all[at] ??= {{}} }}), verdict = {{}};\n\
             globalThis.document = {{ getElementById: id => id === 'data' ? {{ textContent: {} }} : verdict,\n\
             querySelectorAll: () => rows, querySelector: () => ({{}}) }};\n{script}\nconsole.log(verdict.className);",
            serde_json::to_string(&data.replace("<\\/", "</")).expect("text"),
        );
        let output = Command::new("node").args(["-e", &page]).output().ok()?;
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    #[track_caller]
    fn check(plan: &str, happened: &str) {
        let plan = plan_of_text(plan).expect("a plan");
        let value = serde_json::from_str(happened).expect("JSON");
        let view = statement(&plan, facts(&value, &plan).expect("facts").facts);
        let told = |view: &StatementView| verdict(&file(Lang::En, view, plan.currency));
        assert!(told(&view).is_none_or(|it| it == "good"), "{:#?}", view.kept);
        for place in 0..view.kept.len() {
            // What was changed by more than rounding explains is found.
            let mut wrong = view.clone();
            wrong.kept[place].amount += 300;
            assert!(told(&wrong).is_none_or(|it| it == "bad"), "{place}");
        }
    }

    #[test]
    fn the_file_shows_the_signature_and_checks_itself_as_before() {
        let plan = plan_of_text(r#"{"currency":"USD","components":[{"rate":"10%"}]}"#);
        let plan = plan.expect("a plan");
        let happened = r#"{"deals":[{"id":"a","amount":"100"}]}"#;
        let value = serde_json::from_str(happened).expect("JSON");
        let signature = SignatureView {
            words: "Signed by <Ann> on 1 Jun 2026".to_owned(),
            path: Some("M5 5L90 9".to_owned()),
            stale: Some("Corrected since".to_owned()),
        };
        let view = StatementView {
            signature: Some(signature),
            ..statement(&plan, facts(&value, &plan).expect("facts").facts)
        };
        let file = file(Lang::En, &view, plan.currency);
        assert!(file.contains("<path d=\"M5 5L90 9\"/>"), "{file}");
        assert!(file.contains("<p>Signed by &lt;Ann&gt; on 1 Jun 2026</p>"), "{file}");
        assert!(file.contains("<p class=\"bad\">Corrected since</p>"), "{file}");
        assert!(verdict(&file).is_none_or(|it| it == "good"));
    }

    #[test]
    fn the_file_agrees_with_what_is_right_and_finds_what_is_wrong() {
        // Three thirds of an odd amount, and an override on two of them: each is rounded alone.
        check(
            r#"{"currency":"USD","components":[{"rate":"7.77%"},{"name":"o","of":"team","rate":"3.33%"}]}"#,
            r#"{"people":{"mo":{},"ann":{"manager":"mo"},"bo":{"manager":"mo"}},"deals":[{"id":"a","amount":"333.35","credits":[{"person":"ann","share":"1/3"},{"person":"bo","share":"2/3"}]}]}"#,
        );
        // Deals of a day that cross a boundary between two minor units together.
        check(
            r#"{"currency":"USD","components":[{"rate":"5%","tiers":{"by":"attainment","steps":[{"from":"1/3","times":"1.7"},{"from":"2/3","times":"2.3"}]}}]}"#,
            r#"{"quota":"1000","deals":[{"id":"a","date":"2026-05-03","amount":"311.11"},{"id":"b","date":"2026-05-03","amount":"217.77"},{"id":"c","date":"2026-05-03","amount":"333.33"}]}"#,
        );
    }
}
