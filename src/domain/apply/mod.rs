//! The rules of every command: what it changes, or why it is refused.
//!
//! `apply` only reads the workspace: it checks first and then says what is to be written, so a
//! command happens whole or not at all.

mod activities;
mod bulk;
mod calls;
mod career;
mod catalog;
mod competition;
mod contacts;
mod corrections;
mod delivery;
mod draft;
mod duplicates;
mod growth;
mod handover;
mod indicators;
mod leads;
mod market;
mod meetings;
mod objectives;
mod pay;
mod pay_plans;
mod pay_signs;
mod people;
mod pipelines;
mod pool;
mod product_lines;
mod quotas;
mod rates;
mod review_cycle;
mod rewards;
mod rounds;
mod settings;
mod surveys;
mod talks;
mod thanks;
mod views;

pub use bulk::{Reach, reach};
pub use growth::remove_all_of;
pub use leads::{heading, lead_about, lead_heading, lead_title};
pub use pay::paid_so_far;
pub use pay_signs::corrections;
pub use people::past_teams;
pub use thanks::leave_contests;

use super::assignment::rules::AssignmentRules;
use super::calendar::Period;
use super::changes::Changes;
use super::command::{Command, Context};
use super::goal::{Bearer, Goal};
use super::import::Batch;
use super::label::Label;
use super::money::Money;
use super::quota::planned;
use super::record::Record;
use super::rejection::Rejection;
use super::workspace::{Collection, Workspace};

/// What a command changes.
///
/// # Errors
/// A [`Rejection`] where a rule forbids it or a record it names is gone.
pub fn apply(
    workspace: &Workspace,
    command: &Command,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    match command {
        Command::AddLead(id, lead) => {
            leads::add_lead(workspace, *id, lead, lead_title(workspace, lead), ctx)
        }
        Command::EditLead(id, lead) => {
            leads::edit_lead(workspace, *id, lead, lead_title(workspace, lead), ctx)
        }
        Command::SaveLeadOfNewCustomer(id, lead, customer_id, customer) => {
            leads::save_lead_of_new(workspace, *id, lead, (*customer_id, customer), ctx)
        }
        Command::MoveLead(id, stage) => leads::move_lead(workspace, *id, *stage, ctx),
        Command::DeleteLead(id) => leads::delete_lead(workspace, *id),
        Command::ChangeLine(id, was, becomes) => {
            product_lines::change_line(workspace, *id, *was, *becomes)
        }
        Command::SetAmountBy(id, by) => product_lines::set_amount_by(workspace, *id, *by),
        Command::AddPipeline(id, name, stages) => pipelines::add(workspace, *id, name, stages),
        Command::RenamePipeline(id, name) => pipelines::rename(workspace, *id, name),
        Command::ArrangePipelines(order) => pipelines::arrange(workspace, order),
        Command::DeletePipeline(id, heir) => pipelines::delete(workspace, *id, *heir, ctx),
        Command::SaveStage(id, stage) => pipelines::save_stage(workspace, *id, stage, ctx),
        Command::ArrangeStages(id, order) => pipelines::arrange_stages(workspace, *id, order),
        Command::DeleteStage(id, heir) => pipelines::delete_stage(workspace, *id, *heir, ctx),
        Command::ClaimLead(id, person) => pool::claim(workspace, *id, *person, ctx),
        Command::ReturnLead(id, reason) => pool::give_back(workspace, *id, reason, ctx),
        Command::ReclaimLeads(ids, reason) => pool::reclaim(workspace, ids, reason, ctx),
        Command::SavePoolRules(rules) => pool::save_rules(workspace, rules),
        Command::SaveRate(rate) => rates::save(workspace, rate),
        Command::DeleteRate(id) => rates::delete(workspace, *id),
        Command::AssignLeads(owners, whys) => leads::assign_leads(workspace, owners, whys, ctx),
        Command::HandOver(person, heirs, whys, rest) => {
            handover::hand_over(workspace, *person, (heirs, whys), *rest, ctx)
        }
        Command::ChangeLeads(ids, edits) => bulk::change_leads(workspace, ids, edits, ctx),
        Command::DeleteLeads(ids) => bulk::delete_leads(workspace, ids),
        Command::SaveAssignmentRules(rules) => {
            let mut changes = Changes::new(Label::AssignmentRulesSaved);
            changes.put(workspace, AssignmentRules::ID, rules);
            Ok(changes)
        }
        Command::BeginDraft(id, draft) => draft::begin(workspace, *id, draft, ctx),
        Command::TakeTurn(id, number, took) => draft::take(workspace, *id, *number, *took, ctx),
        Command::StepDraftBack(id) => draft::step_back(workspace, *id),
        Command::FinishDraft(id) => draft::finish(workspace, *id, ctx),
        Command::DropDraft(id) => draft::drop(workspace, *id),
        Command::SavePerson(id, person) => people::save_person(workspace, *id, person, ctx.today),
        Command::SetAbilities(ability, said) => people::set_abilities(workspace, *ability, said),
        Command::DeletePerson(id) => people::delete_person(workspace, *id),
        Command::SaveTeam(id, team) => people::save_team(workspace, *id, team),
        Command::DeleteTeam(id) => people::delete_team(workspace, *id),
        Command::SaveAbsence(id, absence) => people::save_absence(workspace, *id, absence),
        Command::DeleteAbsence(id) => people::delete_absence(workspace, *id),
        Command::SaveCustomer(id, customer) => catalog::save_customer(workspace, *id, customer),
        Command::SaveProduct(id, product) => catalog::save_product(workspace, *id, product),
        Command::MergeCustomers(kept, gone, merged) => {
            duplicates::merge_customers(workspace, (*kept, *gone), merged, ctx)
        }
        Command::MergeLeads(kept, gone, merged) => {
            duplicates::merge_leads(workspace, (*kept, *gone), merged, ctx)
        }
        Command::MarkDistinct(a, b) => duplicates::mark_distinct(workspace, *a, *b),
        Command::SaveCompetitor(id, it) => competition::save_competitor(workspace, *id, it),
        Command::DeleteCompetitor(id) => competition::delete_competitor(workspace, *id),
        Command::SaveRival(id, rival, named) => {
            competition::save_rival(workspace, *id, rival, named, ctx)
        }
        Command::DeleteRival(id) => competition::delete_rival(workspace, *id),
        Command::SaveDebrief(id, said, named) => {
            competition::save_debrief(workspace, *id, said, named, ctx)
        }
        Command::SetLossReasons(reasons, renamed) => {
            competition::set_loss_reasons(workspace, reasons, renamed)
        }
        Command::SaveActivity(id, activity) => {
            activities::save_activity(workspace, *id, activity, ctx)
        }
        Command::DeleteActivity(id) => activities::delete_activity(workspace, *id),
        Command::FinishTask(task, id, finish) => {
            activities::finish_task(workspace, *task, *id, finish, ctx)
        }
        Command::PostponeTask(task, id, day) => {
            activities::postpone_task(workspace, *task, *id, *day, ctx)
        }
        Command::SaveContact(id, contact) => contacts::save_contact(workspace, *id, contact),
        Command::DeleteContact(id) => contacts::delete_contact(workspace, *id),
        Command::SetCadences(cadences) => contacts::set_cadences(workspace, cadences),
        Command::SetGoals(period, quotas) => set_goals(workspace, *period, quotas, ctx),
        Command::SaveObjective(id, it) => objectives::save(workspace, *id, it),
        Command::DeleteObjective(id) => objectives::delete(workspace, *id),
        Command::HangGoal(bearer, period, it) => objectives::hang(workspace, *bearer, *period, *it),
        Command::SaveDeliveryTask(id, task) => delivery::save_task(workspace, *id, task),
        Command::DeleteDeliveryTask(id) => delivery::delete_task(workspace, *id),
        Command::TakeDeliveryTasks(file, tasks) => delivery::take_tasks(workspace, file, tasks),
        Command::SaveDeliveryRules(rules, products) => {
            delivery::save_rules(workspace, rules, products)
        }
        Command::SetWeekCapacity(day, capacity) => delivery::set_week(workspace, *day, *capacity),
        Command::SaveMarketNote(id, note) => market::save_note(workspace, *id, note),
        Command::DeleteMarketNote(id) => market::delete_note(workspace, *id),
        Command::SaveAssumption(id, it) => market::save_assumption(workspace, *id, it),
        Command::DeleteAssumption(id) => market::delete_assumption(workspace, *id),
        Command::SwitchAssumption(id, on) => market::switch(workspace, *id, *on),
        Command::EditQuotas(year, split, edits) => {
            quotas::edit_quotas(workspace, *year, *split, edits, ctx)
        }
        Command::SetCall(id, caller, category) => calls::set(workspace, *id, *caller, *category),
        Command::BeginRound(id, period, people) => {
            rounds::begin(workspace, *id, *period, people, ctx)
        }
        Command::SealPromise(id, person, said) => rounds::seal(workspace, *id, *person, *said),
        Command::SkipInRound(id, person) => rounds::skip(workspace, *id, *person),
        Command::RevealRound(id, seen) => rounds::reveal(workspace, *id, *seen, ctx),
        Command::DropRound(id) => rounds::drop(workspace, *id),
        Command::SaveIndicator(id, it) => indicators::save(workspace, *id, it),
        Command::DeleteIndicator(id) => indicators::delete(workspace, *id),
        Command::SetIndicatorGoals(period, measure, targets) => {
            indicators::set_goals(workspace, *period, *measure, targets)
        }
        Command::SaveSettings(settings) => settings::save(workspace, settings),
        Command::SaveView(id, view) => views::save_view(workspace, *id, view),
        Command::DeleteView(id) => views::delete_view(workspace, *id),
        Command::Pay(deed) => pay::apply(workspace, deed, ctx),
        Command::Import(batch) => Ok(take_batch(workspace, batch)),
        Command::ClearSample => Ok(super::sample::clear::clear(workspace)),
        Command::Meeting(command) => meetings::apply(workspace, command, ctx),
        Command::SaveSurvey(id, survey) => surveys::save(workspace, *id, survey),
        Command::DeleteSurvey(id) => surveys::delete(workspace, *id),
        Command::TakeReply(id, reply, issue) => surveys::reply(workspace, *id, reply, issue, ctx),
        Command::SettleReply(id, talked) => surveys::settle(workspace, *id, *talked, ctx),
        Command::DeleteReply(id) => surveys::delete_reply(workspace, *id),
        Command::SavePoint(id, point) => talks::save_point(workspace, *id, point, ctx),
        Command::DeletePoint(id) => talks::delete_point(workspace, *id),
        Command::Correct(it) => corrections::correct(workspace, it, ctx),
        Command::HoldTalk(id, person, next) => talks::hold(workspace, *id, *person, *next, ctx),
        Command::SaveFeedback(id, it) => growth::save_feedback(workspace, *id, it, ctx),
        Command::DeleteFeedback(id) => growth::delete_feedback(workspace, *id),
        Command::BeginReview(id, person, days) => {
            growth::begin_review(workspace, *id, *person, *days)
        }
        Command::BeginReviews(scope, days) => review_cycle::begin(workspace, *scope, *days, ctx),
        Command::CloseReview(id) => review_cycle::close(workspace, *id, ctx),
        Command::ReopenReview(id) => review_cycle::reopen(workspace, *id),
        Command::SealReview(id, side, opinion) => {
            growth::seal_review(workspace, *id, *side, opinion, ctx)
        }
        Command::ShareReview(id, agreed) => growth::share_review(workspace, *id, agreed, ctx),
        Command::DeleteReview(id) => growth::delete_review(workspace, *id),
        Command::SaveAim(id, aim) => growth::save_aim(workspace, *id, aim, ctx),
        Command::EndAim(id, ended, conclusion) => {
            growth::end_aim(workspace, *id, *ended, conclusion, ctx)
        }
        Command::DeleteAim(id) => growth::delete_aim(workspace, *id),
        Command::KeepPulse(id, pulse) => growth::keep_pulse(workspace, *id, pulse),
        Command::Thanks(deed) => thanks::apply(workspace, deed, ctx),
        Command::Reward(deed) => rewards::apply(workspace, deed, ctx),
        Command::Career(deed) => career::apply(workspace, deed, ctx),
    }
}

/// A name must be there, and no other record of the collection may have it.
fn check_name<R: Record>(
    records: &Collection<R>,
    id: R::Id,
    name: &str,
    name_of: impl Fn(&R) -> &String,
) -> Result<(), Rejection> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Rejection::NameMissing);
    }
    match records.iter().any(|(other, it)| other != id && name_of(it) == name) {
        true => Err(Rejection::NameTaken(name.to_owned())),
        false => Ok(()),
    }
}

fn set_goals(
    workspace: &Workspace,
    period: Period,
    quotas: &[(Bearer, Option<Money>)],
    ctx: &Context,
) -> Result<Changes, Rejection> {
    if quotas.iter().any(|(_, quota)| quota.is_some_and(|it| it.minor < 0)) {
        return Err(Rejection::AmountNegative);
    }
    if let Some(kept) = planned(workspace, period) {
        return quotas::set_goals(workspace, kept, (period, quotas), ctx.today);
    }
    let label = Label::GoalsSet(quotas.len().to_string(), period.to_string());
    let mut changes = Changes::new(label);
    for (bearer, quota) in quotas {
        let id = Goal::id_of(*bearer, period);
        match quota {
            None => changes.remove::<Goal>(workspace, id),
            Some(_) => {
                let known = workspace.goals.get(id).cloned().unwrap_or_default();
                let (bearer, period) = (Some(*bearer), Some(period));
                let goal = Goal { bearer, period, quota: *quota, ..known };
                changes.put(workspace, id, &goal);
            }
        }
    }
    Ok(changes)
}

fn take_batch(workspace: &Workspace, batch: &Batch) -> Changes {
    let mut changes = batch.changes_but_leads(workspace);
    batch.add_leads(workspace, 0..batch.leads.len(), &mut changes);
    changes
}
