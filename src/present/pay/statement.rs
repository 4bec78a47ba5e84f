//! A statement: what somebody is paid in a period, line by line.

use crate::domain::apply::{corrections as corrected, paid_so_far};
use crate::domain::calendar::Period;
use crate::domain::commission::follow::paid_by;
use crate::domain::commission::gather::Gathered;
use crate::domain::commission::kept::{KeptLine, PaySlip};
use crate::domain::commission::proof::{Proof, proof};
use crate::domain::commission::sign::Strokes;
use crate::domain::commission::statement::{Of, lines};
use crate::domain::commission::{Kind, Plan, Slip};
use crate::domain::id::{LeadId, PayDisputeId, PayPlanId, PaySlipId, PersonId};
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::{Lang, shown};
use crate::present::format;
use crate::present::pay::corrections::{self, CorrectedView};
use crate::present::pay::read;

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineView {
    /// What it does, and by which part of the plan.
    pub step: String,
    /// The deal.
    pub deal: String,
    /// The lead, where the deal is one.
    pub lead: Option<LeadId>,
    /// What it goes by.
    pub base: String,
    /// What that is multiplied with.
    pub rate: String,
    /// What it pays.
    pub amount: String,
    /// Whether it corrects an earlier statement; then why stands in the place of the deal.
    pub is_correction: bool,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// The question.
    pub id: PayDisputeId,
    /// About which line, and what is asked.
    pub text: String,
    /// The answer; empty where there is none yet.
    pub answer: String,
}

/// A statement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StatementView {
    /// Who and when.
    pub title: String,
    /// By which plan.
    pub plan: String,
    /// The lines.
    pub lines: Vec<LineView>,
    /// The sum of the lines.
    pub payout: String,
    /// Whether it is closed.
    pub state: String,
    /// What was paid and what it would be today, where that differs, and the statement.
    pub differs: Option<(PaySlipId, String)>,
    /// That it pays corrections of earlier statements: how many, and their sum.
    pub holds: Option<String>,
    /// That it was corrected since: how often, by how much, and what it comes to.
    pub since: Option<String>,
    /// The corrections that were made since.
    pub corrections: Vec<CorrectedView>,
    /// Questions and answers.
    pub questions: Vec<QuestionView>,
    /// Why nothing can be paid.
    pub error: Option<String>,
    /// The lines as they are kept, for the file.
    pub kept: Vec<KeptLine>,
    /// The signature.
    pub signature: Option<SignatureView>,
    /// The statement, where it can be signed, and by whom.
    pub signs: Option<(PaySlipId, String)>,
}

/// A signature.
#[derive(Clone, Debug, PartialEq)]
pub struct SignatureView {
    /// Who signed when.
    pub words: String,
    /// What was drawn, as the path of a picture; none where the name was typed.
    pub path: Option<String>,
    /// That it is for what the statement was before it was corrected; nothing where it was not.
    pub stale: Option<String>,
}

/// What the lines of a statement can be held against.
#[derive(Clone, Debug, PartialEq)]
pub struct LineProof {
    /// What is known of all lines.
    pub proof: Proof,
    /// The places of those that are told, in their order.
    pub told: Vec<usize>,
    /// Those that pay nothing and are not told: their places, and what they say.
    pub silent: Vec<(usize, KeptLine)>,
    /// The leads of all deals, by their places.
    pub leads: Vec<LeadId>,
}

impl LineProof {
    /// What a slip can be held against; none where its lines are not those that are kept.
    pub fn of(
        plan: &Plan,
        gathered: &Gathered,
        slip: &Slip,
        kept: &[KeptLine],
    ) -> Option<LineProof> {
        let proof = proof(plan, &gathered.facts, slip).ok()?;
        let lines = proof.lines.iter().map(|it| gathered.kept(plan, it)).enumerate();
        let is_told = |it: &KeptLine| it.amount != 0 || it.kind != Kind::Commission;
        let (told, silent): (Vec<_>, Vec<_>) = lines.partition(|(_, it)| is_told(it));
        // Corrections of earlier statements come after what the plan itself pays.
        let own = kept.iter().take_while(|it| it.kind != Kind::TrueUp);
        if !told.iter().map(|(_, it)| it).eq(own) {
            return None;
        }
        let told = told.into_iter().map(|(place, _)| place).collect();
        Some(LineProof { proof, told, silent, leads: gathered.leads.clone() })
    }

    /// What a statement can be held against, where it is what the records of today say.
    pub fn new(workspace: &Workspace, about: About, view: &StatementView) -> Option<LineProof> {
        let known = workspace.pay_plans.get(about.plan)?;
        let plan = read(known)?;
        let of = (about.plan, known, &plan);
        let (gathered, paid) = paid_by(workspace, of, about.period, &[]).ok()?;
        let member = gathered.people.iter().position(|it| *it == about.person)?;
        let turn = paid.turns.iter().position(|it| it.0 == Some(about.period))?;
        let slip = paid.slips.iter().find(|it| (it.member, it.turn) == (member, turn))?;
        LineProof::of(&plan, &gathered, slip, &view.kept)
    }
}

/// What a statement is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct About {
    /// By which plan.
    pub plan: PayPlanId,
    /// Who.
    pub person: PersonId,
    /// When.
    pub period: Period,
}

impl StatementView {
    /// The statement; none where the plan is not there or cannot be read.
    pub fn new(workspace: &Workspace, lang: Lang, about: About) -> Option<StatementView> {
        let About { plan: plan_id, person, period } = about;
        let known = workspace.pay_plans.get(plan_id)?;
        let plan = read(known)?;
        let name = workspace.people.get(person).map(|it| it.name.clone()).unwrap_or_default();
        let mut view = StatementView {
            title: lang.statement_title(&name, &format::period(lang, period)),
            plan: lang.statement_by(&known.name),
            state: lang.pay_state_open().to_owned(),
            ..StatementView::default()
        };
        let money = |minor: i64| format::money(lang, Money::new(minor, plan.currency));
        let now = match paid_by(workspace, (plan_id, known, &plan), period, &[]) {
            Ok((gathered, paid)) => {
                let of = Of { id: plan_id, plan: &plan, person, period };
                Some(lines(workspace, of, (&gathered, &paid)))
            }
            Err(why) => {
                let words = |it: crate::domain::commission::cycle::Turn| {
                    it.0.map(|it| format::period(lang, it)).unwrap_or_default()
                };
                view.error = Some(lang.cannot_pay(&why, words));
                None
            }
        };
        let id = PaySlip::id_of(plan_id, person, period);
        let slip = workspace.pay_slips.get(id);
        let kept = match slip {
            Some(slip) => slip.lines.clone(),
            None => now.clone().unwrap_or_default(),
        };
        if let Some(slip) = slip {
            let closed = slip.closed.map(|it| format::day(lang, it)).unwrap_or_default();
            view.state = lang.pay_state_closed(&closed);
            let paid = paid_so_far(workspace, id, slip);
            // Whoever was deleted is paid nothing more, and owes nothing for it.
            let is_here = workspace.people.has(person);
            let sum = now.map(|it| it.iter().map(|it| it.amount).sum::<i64>());
            let sum = sum.filter(|_| is_here);
            let differs = sum.filter(|it| *it != paid);
            view.differs = differs.map(|it| (id, lang.statement_differs(&money(paid), &money(it))));
            view.since = corrections::since(workspace, lang, (id, slip));
            view.corrections = corrections::made(workspace, lang, (id, slip));
            view.signature = signature(workspace, lang, (id, slip));
            let is_open = view.signature.as_ref().is_none_or(|it| it.stale.is_some());
            view.signs = (is_here && is_open).then_some((id, name));
        }
        let sum: i64 = kept.iter().map(|it| it.amount).sum();
        view.payout = money(sum);
        view.holds = corrections::held(lang, &plan, &kept);
        view.lines = kept.iter().map(|it| line(lang, &plan, it)).collect();
        view.questions = questions(workspace, lang, about, (&kept, &view.lines));
        view.kept = kept;
        Some(view)
    }
}

fn signature(
    workspace: &Workspace,
    lang: Lang,
    (id, slip): (PaySlipId, &PaySlip),
) -> Option<SignatureView> {
    let day = format::day(lang, slip.signed?);
    let words = match slip.strokes {
        Some(_) => lang.sign_drawn(&slip.signer, &day),
        None => lang.sign_typed(&slip.signer, &day),
    };
    let is_stale = slip.signed_after < corrected(workspace, id);
    Some(SignatureView {
        words,
        path: slip.strokes.as_ref().map(Strokes::path),
        stale: is_stale.then(|| lang.sign_stale().to_owned()),
    })
}

fn questions(
    workspace: &Workspace,
    lang: Lang,
    about: About,
    (kept, lines): (&[KeptLine], &[LineView]),
) -> Vec<QuestionView> {
    let own = workspace.pay_disputes.iter().filter(|(_, it)| {
        (it.plan, it.person, it.period)
            == (Some(about.plan), Some(about.person), Some(about.period))
    });
    let question = |(id, it): (PayDisputeId, &crate::domain::commission::kept::PayDispute)| {
        let line = asked_about(it, kept).and_then(|place| lines.get(place));
        let line = line.map(called).unwrap_or_default();
        QuestionView {
            id,
            text: lang.statement_asked(&line, &it.question),
            answer: it.answer.clone(),
        }
    };
    own.map(question).collect()
}

/// The line that a question is about: that of the same deal and part of the plan, also where others
/// have come before it since. Questions that know nothing but a place are about the line there.
pub fn asked_about(
    dispute: &crate::domain::commission::kept::PayDispute,
    kept: &[KeptLine],
) -> Option<usize> {
    let place = usize::try_from(dispute.line).ok();
    if dispute.step.is_empty() {
        return place;
    }
    let is_it = |it: &KeptLine| {
        (it.kind.to_string(), it.lead) == (dispute.step.clone(), dispute.lead)
            && it.component == dispute.component
    };
    // Of several alike, as the pieces of a deal in two tiers, the one in its place.
    let own = place.filter(|it| kept.get(*it).is_some_and(is_it));
    own.or_else(|| kept.iter().position(is_it))
}

/// How a line is called.
pub fn called(line: &LineView) -> String {
    match line.deal.is_empty() || line.is_correction {
        true => line.step.clone(),
        false => line.deal.clone(),
    }
}

/// A kept line in words.
pub fn line(lang: Lang, plan: &Plan, kept: &KeptLine) -> LineView {
    let amount = format::money(lang, Money::new(kept.amount, plan.currency));
    if kept.kind == Kind::TrueUp {
        let (step, deal) = corrections::line(lang, kept);
        let (base, rate) = (String::new(), String::new());
        return LineView { step, deal, lead: None, base, rate, amount, is_correction: true };
    }
    let kind = lang.pay_kind(kept.kind);
    let step = match kept.component.is_empty() {
        true => kind.to_owned(),
        false => lang.sum_part(&kept.component, kind),
    };
    let rate = match kept.rate.strip_prefix("× ") {
        Some(each) => format!("× {each}"),
        None if kept.rate.is_empty() => String::new(),
        None => percent(&kept.rate),
    };
    LineView {
        step,
        deal: kept.deal.clone(),
        lead: kept.lead,
        base: grouped(&kept.base),
        rate: if kept.kind == Kind::Converted { kept.rate.clone() } else { rate },
        amount,
        is_correction: false,
    }
}

/// A written number with its thousands apart.
fn grouped(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |it| ("−", it));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || !whole.bytes().all(|it| it.is_ascii_digit()) {
        return text.to_owned();
    }
    let told = shown::grouped(whole);
    match part.trim_end_matches('0') {
        "" => format!("{sign}{told}"),
        _ => format!("{sign}{told}.{part}"),
    }
}

/// A written part as percent.
fn percent(text: &str) -> String {
    let (upper, lower) = text.split_once('/').unwrap_or((text, "1"));
    let scaled = |it: &str| {
        let (whole, part) = it.split_once('.').unwrap_or((it, ""));
        let digits = u32::try_from(part.len()).ok()?;
        let number: i128 = format!("{whole}{part}").parse().ok()?;
        crate::domain::exact::Exact::new(number, 10_i128.checked_pow(digits)?)
    };
    let part = scaled(upper).zip(scaled(lower)).and_then(|(upper, lower)| upper.over(lower));
    part.map_or_else(|| text.to_owned(), super::summary::percent)
}
