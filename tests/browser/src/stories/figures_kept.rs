//! What people are paid, what they are to sell and what is noted of them is seen by those it is for
//! and by nobody else: whoever has the tablet goes to every address of pay and of others, and the
//! whole document is searched for the figures.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{LeadPage, PayPeriodPage, QuotasPage, WelcomePage, deal_of_statement};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a person sees their own pay, and no face sees what others are paid", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

/// What stands nowhere else on the page: the amount of a deal, a quota, a note; each as it is typed,
/// and as pages and attributes may write it.
const AMOUNT: [&str; 3] = ["161803.39", "161,803", "16180339"];
const QUOTA: [&str; 2] = ["271828", "271,828"];
const NOTE: &str = "Will move abroad, 8182";

/// What was set up, and what is secret of it.
struct Told {
    plan: String,
    period: String,
    own: String,
    own_paid: String,
    other: String,
    other_paid: String,
    lead: String,
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    let told = set_up(&stage).await?;
    seen_by_the_manager(&stage, &told).await?;
    person(&stage, &told).await?;
    room(&stage, &told).await?;
    client(&stage, &told).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The last quarter is closed with a deal of this amount, and this quarter has this quota.
async fn set_up(stage: &Stage) -> Outcome<Told> {
    let last = PayPeriodPage::last(stage).await?;
    let paid = last.two_statements().await?;
    let parts = paid.each_ref().map(|it| it.split('/').skip(3).collect::<Vec<_>>());
    let [[plan, other, period], [_, own, _]] = [&parts[0][..], &parts[1][..]] else {
        return Err("two people were paid".into());
    };
    let lead = deal_of_statement(stage, &paid[0]).await?;
    LeadPage::open(stage, &lead).await?.set_amount(AMOUNT[0]).await?;
    QuotasPage::open(stage).await?.set_of_person(other, QUOTA[0], 27_182_800).await?;
    note(stage, other).await?;
    last.close().await?;
    let (own_paid, other_paid) = (payout(stage, &paid[1]).await?, payout(stage, &paid[0]).await?);
    stage.picture("figures-statement").await?;
    Ok(Told {
        plan: (*plan).to_owned(),
        period: (*period).to_owned(),
        own: (*own).to_owned(),
        own_paid,
        other: (*other).to_owned(),
        other_paid,
        lead,
    })
}

/// What a statement pays, without the sign of its currency.
async fn payout(stage: &Stage, statement: &str) -> Outcome<String> {
    stage.open(statement).await?;
    let shown = format!("return location.hash === {} && Boolean(document.querySelector('[data-testid=statement-payout]')?.textContent)", json!(statement));
    stage.until("the statement is shown", &shown).await?;
    let paid = stage.text("statement-payout").await?;
    Ok(paid.trim_matches(|it: char| !it.is_ascii_digit()).to_owned())
}

async fn note(stage: &Stage, person: &str) -> Outcome {
    stage.open(&format!("#/team/{person}/talks")).await?;
    stage.see("talk-kind").await?;
    let private = "document.querySelector('[data-testid=talk-kind] input[value=private]').click()";
    stage.script::<()>(private, json!([])).await?;
    stage.see_css("[data-testid=talk-text] input").await?.send_keys(NOTE).await?;
    stage.press("talk-add").await?;
    let there = format!("return document.querySelector('[data-testid=talks]').textContent.includes({})", json!(NOTE));
    stage.until("the note is there", &there).await
}

/// All of it stands where the manager looks for it, written as it is searched for below.
async fn seen_by_the_manager(stage: &Stage, told: &Told) -> Outcome {
    assert_ne!(told.own_paid, told.other_paid);
    for (address, seen, text) in [
        (told.lead.clone(), "lead", AMOUNT[1]),
        ("#/goals".to_owned(), "goals-table", QUOTA[1]),
        (format!("#/team/{}/talks", told.other), "talk-point", NOTE),
        (told.statement(&told.other), "statement-line", AMOUNT[1]),
        (format!("#/pay/own/{}", told.other), "pay-own-row", &told.other_paid),
    ] {
        go(stage, &address, seen).await?;
        let there = format!("return document.documentElement.outerHTML.includes({})", json!(text));
        stage.until(&format!("{text} is at {address}"), &there).await?;
    }
    Ok(())
}

impl Told {
    fn statement(&self, person: &str) -> String {
        format!("#/pay/statement/{}/{person}/{}", self.plan, self.period)
    }

    fn what_if(&self, person: &str) -> String {
        format!("#/pay/what-if/{}/{person}/{}", self.plan, self.period)
    }

    /// Pay of several people, of others, and what is behind it.
    fn pay_of_others(&self) -> Vec<String> {
        let Told { plan, period, other, .. } = self;
        vec![
            "#/pay".to_owned(),
            format!("#/pay/plan/{plan}"),
            format!("#/pay/period/{plan}"),
            format!("#/pay/period/{plan}/{period}"),
            format!("#/pay/replay/{plan}"),
            format!("#/pay/own/{other}"),
            format!("#/pay/deal/{}", self.lead.trim_start_matches("#/leads/")),
            self.statement(other),
            self.what_if(other),
        ]
    }

    /// Figures of somebody else.
    fn of_the_other(&self) -> Vec<&str> {
        [&AMOUNT[..], &QUOTA, &[NOTE, &self.other_paid]].concat()
    }
}

/// Goes to an address within the page and waits for what shows that it stands.
async fn go(stage: &Stage, address: &str, seen: &str) -> Outcome {
    stage.script::<()>("location.hash = arguments[0]", json!([address])).await?;
    stage.see(seen).await.map(drop)
}

/// No text is anywhere in the document: in no attribute, in no field, not in its title.
async fn assert_absent(stage: &Stage, place: &str, texts: &[&str]) -> Outcome {
    let found = "const all = [document.documentElement.outerHTML, document.title,
            ...[...document.querySelectorAll('input, textarea')].map((it) => it.value)].join(' ');
        return arguments[0].filter((it) => all.includes(it))";
    let found: Vec<String> = stage.script(found, json!([texts])).await?;
    assert_eq!(found, Vec::<String>::new(), "{place}");
    Ok(())
}

/// Every address answers with the sentence that the page is not for this face.
async fn assert_hidden(stage: &Stage, home: (&str, &str), addresses: &[String], texts: &[&str]) -> Outcome {
    for address in addresses {
        // From a page that is seen, so that the sentence is that of this address.
        go(stage, home.0, home.1).await?;
        go(stage, address, "face-hidden").await?;
        assert_absent(stage, address, texts).await?;
    }
    Ok(())
}

/// Somebody finds their own pay, and of the others nothing.
async fn person(stage: &Stage, told: &Told) -> Outcome {
    let Told { own, other, .. } = told;
    stage.open(&format!("#/team/{own}/card")).await?;
    stage.press("growth-hand").await?;
    stage.see("face-leave").await?;
    let secrets = told.of_the_other();
    let pay = format!("#/pay/own/{own}");
    for (address, seen) in [
        (&*pay, "pay-own-row"),
        (&told.statement(own), "statement-line"),
        (&told.what_if(own), "what-if-then"),
        (&format!("#/team/{own}/card"), "card-figures"),
        (&format!("#/team/{own}/talks"), "talks"),
        (&format!("#/team/{own}/points"), "points-balance"),
        ("#/leads/pool", "pool-own"),
        ("#/team/pulse", "pulse-page"),
    ] {
        go(stage, address, seen).await?;
        assert_absent(stage, address, &secrets).await?;
    }
    for address in [pay.clone(), told.statement(own)] {
        go(stage, &address, if address == pay { "pay-own-row" } else { "statement-line" }).await?;
        let paid = format!("return document.querySelector('main').textContent.includes({})", json!(told.own_paid));
        stage.until("the own pay is told", &paid).await?;
        stage.picture("figures-own").await?;
    }
    let file = stage.caught_file(stage.press("statement-file")).await?;
    assert!(file.contains(&told.own_paid));
    assert!(!secrets.iter().any(|it| file.contains(it)), "the file is of one person alone");
    let mut addresses = told.pay_of_others();
    addresses.extend(["#/goals", "#/goals/grid", "#/goals/fair", "#/forecast/promises", "#/"].map(str::to_owned));
    addresses.extend(["card", "talks", "points"].map(|it| format!("#/team/{other}/{it}")));
    addresses.push(told.lead.clone());
    assert_hidden(stage, (&pay, "pay-own-row"), &addresses, &secrets).await?;
    stage.reload().await?;
    stage.see("face-hidden").await?;
    assert_absent(stage, "after a reload", &secrets).await?;
    leave(stage).await
}

async fn leave(stage: &Stage) -> Outcome {
    stage.press("face-leave").await?;
    stage.press("face-leave-do").await?;
    stage.until_gone("face-leave").await
}

/// The room works with deals and quotas; what anybody is paid, and what is noted of them, it does
/// not see on any of its places.
async fn room(stage: &Stage, told: &Told) -> Outcome {
    go(stage, "#/faces", "faces-page").await?;
    stage.press("face-room").await?;
    stage.see("face-leave").await?;
    let secrets = [NOTE, &told.own_paid, &told.other_paid];
    let places = "return [...document.querySelectorAll('.rail a')].map((it) => it.hash)";
    let mut places: Vec<String> = stage.script(places, json!([])).await?;
    assert!(places.iter().all(|it| !it.starts_with("#/pay")), "{places:?}");
    places.extend(["#/goals/grid", "#/forecast/promises", "#/thanks", "#/contests", "#/customers", "#/surveys"].map(str::to_owned));
    places.push(told.lead.clone());
    for place in &places {
        stage.script::<()>("location.hash = arguments[0]", json!([place])).await?;
        stage.until(&format!("{place} stands"), SOMETHING_STANDS).await?;
        assert_eq!(stage.count("face-hidden").await?, 0, "{place}");
        assert_absent(stage, place, &secrets).await?;
    }
    stage.picture("figures-room").await?;
    let mut addresses = told.pay_of_others();
    addresses.extend([told.statement(&told.own), told.what_if(&told.own), format!("#/pay/own/{}", told.own)]);
    addresses.extend(["card", "talks", "points"].map(|it| format!("#/team/{}/{it}", told.other)));
    addresses.push("#/goals/fair".to_owned());
    assert_hidden(stage, ("#/team", "team-table"), &addresses, &secrets).await?;
    leave(stage).await
}

/// What a page is made of is there, and has not changed since the last look.
const SOMETHING_STANDS: &str = "
    const words = location.hash + document.querySelector('main').innerText;
    const stands = words === window.wordsBefore && Boolean(document.querySelector('main [data-testid]'));
    window.wordsBefore = words;
    return stands";

/// A customer finds a survey at every address.
async fn client(stage: &Stage, told: &Told) -> Outcome {
    go(stage, "#/surveys", "surveys-page").await?;
    stage.press("survey-template-Csat").await?;
    stage.press("survey-save").await?;
    stage.see("survey-page").await?;
    stage.press("survey-turn").await?;
    for field in ["pin-new", "pin-again"] {
        stage.see(field).await?.send_keys("2580").await?;
    }
    stage.press("pin-save").await?;
    stage.see("kiosk-question").await?;
    let secrets = [&told.of_the_other()[..], &[&told.own_paid]].concat();
    let mut addresses = told.pay_of_others();
    addresses.extend([told.statement(&told.own), format!("#/team/{}/card", told.own), told.lead.clone()]);
    for address in ["#/goals", "#/goals/grid", "#/team", "#/"].map(str::to_owned).iter().chain(&addresses) {
        go(stage, address, "kiosk").await?;
        assert_absent(stage, address, &secrets).await?;
    }
    stage.picture("figures-client").await.map(drop)
}
