//! What was done and why something was refused, in words.

use super::{claim, format};
use crate::domain::label::Label;
use crate::domain::pipeline::Outcome;
use crate::domain::rejection::Rejection;
use crate::i18n::Lang;

/// What was done, in words.
pub fn label(lang: Lang, done: &Label) -> String {
    let date = |text: &str| text.parse().map_or(text.to_owned(), |it| format::day(lang, it));
    let period = |text: &str| text.parse().map_or(text.to_owned(), |it| format::period(lang, it));
    match done {
        Label::LeadAdded(name) => lang.did_lead_added(name),
        Label::LeadEdited(name) => lang.did_lead_edited(name),
        Label::LeadMoved(name, stage) => lang.did_lead_moved(name, stage),
        Label::LeadDeleted(name) => lang.did_lead_deleted(name),
        Label::LineSaved(name, lead) => lang.did_line_saved(name, lead),
        Label::LineRemoved(name, lead) => lang.did_line_removed(name, lead),
        Label::AmountByLines(name) => lang.did_amount_by_lines(name),
        Label::AmountByHand(name) => lang.did_amount_by_hand(name),
        Label::PipelineAdded(name) => lang.did_pipeline_added(name),
        Label::PipelineRenamed(name) => lang.did_pipeline_renamed(name),
        Label::PipelinesArranged => lang.did_pipelines_arranged().to_owned(),
        Label::PipelineDeleted(name, moved) => lang.did_pipeline_deleted(name, moved),
        Label::StageSaved(name) => lang.did_stage_saved(name),
        Label::StageTurned(name, count) => lang.did_stage_turned(name, count),
        Label::StagesArranged(name) => lang.did_stages_arranged(name),
        Label::StageDeleted(name, moved) => lang.did_stage_deleted(name, moved),
        Label::LeadClaimed(name, person) => lang.did_lead_claimed(name, person),
        Label::LeadReturned(name, reason) => lang.did_lead_returned(name, reason),
        Label::LeadsReclaimed(count) => lang.did_leads_reclaimed(&counted(lang, count)),
        Label::PoolRulesSaved => lang.did_pool_rules().to_owned(),
        Label::RateSaved(code) => lang.did_rate_saved(code),
        Label::RateDeleted(code) => lang.did_rate_deleted(code),
        Label::LeadsAssigned(count) => lang.did_leads_assigned(&counted(lang, count)),
        Label::BookHandedOver(name, leads, plans) => lang.did_book_handed_over(name, leads, plans),
        Label::LeadsChanged(count) => lang.did_leads_changed(&counted(lang, count)),
        Label::LeadsDeleted(count) => lang.did_leads_deleted(&counted(lang, count)),
        Label::AssignmentRulesSaved => lang.did_assignment_rules().to_owned(),
        Label::DraftBegun(count) if count == "1" => lang.did_draft_begun_alone().to_owned(),
        Label::DraftBegun(count) => lang.did_draft_begun(count),
        Label::DraftPicked(name, person) => lang.did_draft_picked(name, person),
        Label::DraftPassed(person) => lang.did_draft_passed(person),
        Label::DraftSteppedBack(person) => lang.did_draft_back(person),
        Label::DraftFinished(leads, people) => lang.did_draft_finished(leads, people),
        Label::DraftDropped(count) => lang.did_draft_dropped(count),
        Label::PersonAdded(name) => lang.did_person_added(name),
        Label::PersonEdited(name) => lang.did_person_edited(name),
        Label::AbilitiesSet(count) => lang.did_abilities_set(&counted(lang, count)),
        Label::PersonDeleted(name) => lang.did_person_deleted(name),
        Label::TeamSaved(name) => lang.did_team_saved(name),
        Label::TeamDeleted(name) => lang.did_team_deleted(name),
        Label::AbsenceSaved(name) => lang.did_absence_saved(name),
        Label::AbsenceDeleted(name) => lang.did_absence_deleted(name),
        Label::CustomerSaved(name) => lang.did_customer_saved(name),
        Label::ProductSaved(name) => lang.did_product_saved(name),
        Label::CustomersMerged(name, other) => lang.did_customers_merged(name, other),
        Label::LeadsMerged(name, other) => lang.did_leads_merged(name, other),
        Label::MarkedDistinct(name, other) => lang.did_marked_distinct(name, other),
        Label::CompetitorSaved(name) => lang.did_competitor_saved(name),
        Label::CompetitorDeleted(name) => lang.did_competitor_deleted(name),
        Label::RivalSaved(name, other) => lang.did_rival_saved(name, other),
        Label::RivalDeleted(name, other) => lang.did_rival_deleted(name, other),
        Label::LossDebriefed(name) => lang.did_loss_debriefed(name),
        Label::LossReasonsSet => lang.did_loss_reasons().to_owned(),
        Label::ActivityLogged(name) => lang.did_activity_logged(name),
        Label::ActivityPlanned(name) => lang.did_activity_planned(name),
        Label::ActivityDeleted(name) => lang.did_activity_deleted(name),
        Label::TaskFinished(name) => lang.did_task_finished(name),
        Label::TaskPostponed(name, day) => lang.did_task_postponed(name, &date(day)),
        Label::ContactSaved(name) => lang.did_contact_saved(name),
        Label::ContactDeleted(name) => lang.did_contact_deleted(name),
        Label::CadencesSet => lang.did_cadences_set().to_owned(),
        Label::GoalsSet(count, name) if count == "1" => lang.did_goal_set(&period(name)),
        Label::GoalsSet(count, name) => lang.did_goals_set(count, &period(name)),
        Label::QuotaSet(..)
        | Label::QuotaLocked(..)
        | Label::QuotaUnlocked(..)
        | Label::QuotaRespread(..)
        | Label::QuotasGrown(..)
        | Label::QuotasEdited(..)
        | Label::QuotasBy(..) => super::quotas::words::done(lang, done),
        Label::CallSet(name, who, category) => done_call(lang, name, who, category),
        Label::RoundBegun(name) => lang.did_round_begun(&period(name)),
        Label::PromiseSealed(name) => lang.did_promise_sealed(name),
        Label::PromiseSkipped(name) => lang.did_promise_skipped(name),
        Label::RoundRevealed(name) => lang.did_round_revealed(&period(name)),
        Label::RoundDropped(count) => lang.did_round_dropped(count),
        Label::PlanChanged(noun, deed, name) => super::plan_words::done(lang, noun, deed, name),
        Label::PeopleChanged(noun, deed, name) => super::people_words::done(lang, noun, deed, name),
        Label::GoalHung(name, when, on) => super::plan_words::hung(lang, name, &period(when), on),
        Label::SettingsSaved => lang.did_settings_saved().to_owned(),
        Label::ViewSaved(name) => lang.did_view_saved(name),
        Label::IndicatorSaved(name) => lang.did_indicator_saved(name),
        Label::IndicatorDeleted(name) => lang.did_indicator_deleted(name),
        Label::ViewDeleted(name) => lang.did_view_deleted(name),
        Label::Imported(files) => lang.did_imported(files),
        Label::SampleOpened => lang.did_sample_opened().to_owned(),
        Label::SampleCleared => lang.did_sample_cleared().to_owned(),
        Label::StartedEmpty => lang.did_started_empty().to_owned(),
        Label::Restored(day) => lang.did_restored(&date(day)),
        Label::Undone(inner) => lang.did_undone(&label(lang, inner)),
        Label::Redone(inner) => lang.did_redone(&label(lang, inner)),
        Label::MeetingChanged(deed, what) => super::meeting_words::done(lang, deed, what),
        Label::Other(_) => lang.did_other_change().to_owned(),
    }
}

fn done_call(lang: Lang, name: &str, who: &str, category: &str) -> String {
    let who = who.parse().map_or("", |it| lang.caller(it));
    match category.parse() {
        Ok(category) => lang.did_call_set(name, who, lang.category(category)),
        Err(_) => lang.did_call_taken(name, who),
    }
}

/// The sentence for people.
pub fn rejection(lang: Lang, reason: &Rejection) -> String {
    match reason {
        Rejection::LeadGone => lang.lead_gone().to_owned(),
        Rejection::PersonGone => lang.person_gone().to_owned(),
        Rejection::PersonHasQuotas(name, months) => {
            lang.person_has_quotas(name, &format::count(lang, *months as u64))
        }
        Rejection::TeamGone => lang.team_gone().to_owned(),
        Rejection::AbsenceGone => lang.absence_gone().to_owned(),
        Rejection::StageGone => lang.stage_gone().to_owned(),
        Rejection::PipelineGone => lang.pipeline_gone().to_owned(),
        Rejection::PipelineLast => lang.pipeline_last().to_owned(),
        Rejection::StageLast(Outcome::Open) => lang.stage_last_open().to_owned(),
        Rejection::StageLast(Outcome::Won) => lang.stage_last_won().to_owned(),
        Rejection::StageLast(Outcome::Lost) => lang.stage_last_lost().to_owned(),
        Rejection::LeadsInTheWay(count) => {
            lang.leads_in_the_way(&format::count(lang, *count as u64))
        }
        Rejection::StageNotOffered => lang.stage_not_offered().to_owned(),
        Rejection::NumberNegative(number) => lang.number_negative(*number),
        Rejection::LeadTaken(name) => lang.lead_taken(name),
        Rejection::LeadInPool => lang.lead_in_pool().to_owned(),
        Rejection::LeadClosed => lang.lead_is_closed().to_owned(),
        Rejection::ClaimForbidden(name, why) => claim::forbidden(lang, name, why),
        Rejection::ReasonMissing => lang.reason_missing().to_owned(),
        Rejection::NotDueBack(name) => lang.not_due_back(name),
        Rejection::DraftRunning => lang.draft_is_running().to_owned(),
        Rejection::DraftGone => lang.draft_is_gone().to_owned(),
        Rejection::DraftWithoutPeople => lang.draft_without_people().to_owned(),
        Rejection::DraftWithoutLeads => lang.draft_without_leads().to_owned(),
        Rejection::DraftNobodyFree => lang.draft_nobody_free().to_owned(),
        Rejection::DraftTurnOver => lang.draft_turn_over().to_owned(),
        Rejection::DraftLeadTaken => lang.draft_lead_taken().to_owned(),
        Rejection::DraftForbidden(name) => lang.draft_forbidden(name),
        Rejection::DraftAtStart => lang.draft_at_start().to_owned(),
        Rejection::RateIncomplete => lang.rate_incomplete().to_owned(),
        Rejection::RateOfHome(home) => lang.rate_of_home(home.code()),
        Rejection::RateGone => lang.rate_gone().to_owned(),
        Rejection::CustomerGone => lang.customer_gone().to_owned(),
        Rejection::CompetitorGone => lang.competitor_gone().to_owned(),
        Rejection::LossReasonsNone => lang.loss_reasons_none().to_owned(),
        Rejection::ProductGone => lang.product_gone().to_owned(),
        Rejection::LineGone => lang.line_gone().to_owned(),
        Rejection::QuantityOutOfRange => lang.quantity_out_of_range().to_owned(),
        Rejection::DiscountOutOfRange => lang.discount_out_of_range().to_owned(),
        Rejection::LinesInCurrency(currency) => lang.lines_in_currency(currency.code()),
        Rejection::ViewGone => lang.view_gone().to_owned(),
        Rejection::NameMissing => lang.name_missing().to_owned(),
        Rejection::LeadUnnamed => lang.lead_unnamed().to_owned(),
        Rejection::ParentBelow(name) => lang.parent_below(name),
        Rejection::NameTaken(name) => lang.name_taken(&lang.survey_said(name)),
        Rejection::AmountNegative => lang.amount_negative().to_owned(),
        Rejection::OddsOutOfRange(odds) => lang.odds_out_of_range(*odds),
        Rejection::DaysReversed(first, last) => {
            lang.days_reversed(&format::day(lang, *first), &format::day(lang, *last))
        }
        Rejection::AbsenceIncomplete => lang.absence_incomplete().to_owned(),
        Rejection::CapacityNegative(_) => lang.capacity_negative().to_owned(),
        Rejection::ActivityGone => lang.activity_gone().to_owned(),
        Rejection::ContactGone => lang.contact_gone().to_owned(),
        Rejection::TaskGone => lang.task_gone().to_owned(),
        Rejection::ActivityOfNothing => lang.activity_of_nothing().to_owned(),
        Rejection::ActivityWithoutDay => lang.activity_without_day().to_owned(),
        Rejection::DoneAhead(day) => lang.done_ahead(&format::day(lang, *day)),
        Rejection::TimeOutOfRange(_) => lang.time_out_of_range().to_owned(),
        Rejection::RhythmOutOfRange(_) => lang.rhythm_out_of_range().to_owned(),
        Rejection::Quota(refused) => super::quotas::words::refused(lang, refused),
        Rejection::CallWithoutDay => lang.call_without_day().to_owned(),
        Rejection::RoundRunning => lang.round_is_running().to_owned(),
        Rejection::RoundGone => lang.round_is_gone().to_owned(),
        Rejection::RoundWithoutPeople => lang.round_without_people().to_owned(),
        Rejection::RoundWithoutAnswers => lang.round_without_answers().to_owned(),
        Rejection::PromiseOutOfOrder => lang.round_out_of_order().to_owned(),
        Rejection::ObjectiveGone => lang.objective_gone().to_owned(),
        Rejection::ObjectiveWithoutPeriod => lang.objective_without_period().to_owned(),
        Rejection::DeliveryTaskGone => lang.delivery_task_gone().to_owned(),
        Rejection::WeeksTooFew(_) => lang.delivery_weeks_too_few().to_owned(),
        Rejection::IndicatorGone => lang.indicator_gone().to_owned(),
        Rejection::IndicatorNameWithSigns => lang.indicator_name_with_signs().to_owned(),
        Rejection::FormulaWrong => lang.formula_wrong().to_owned(),
        Rejection::IndicatorCircle(name) => lang.indicator_circle(name),
        Rejection::IndicatorHasGoals(name, count) => {
            lang.indicator_has_goals(name, &format::count(lang, *count as u64))
        }
        Rejection::IndicatorUsed(name, other) => lang.indicator_used(name, other),
        Rejection::MarketNoteGone => lang.market_note_gone().to_owned(),
        Rejection::MarketNoteEmpty => lang.market_note_empty().to_owned(),
        Rejection::AssumptionGone => lang.assumption_gone().to_owned(),
        Rejection::AssumptionWithoutEffect => lang.assumption_without_effect().to_owned(),
        Rejection::Meeting(why) => super::meeting_words::refused(lang, *why),
        Rejection::FiscalMonthOutOfRange(month) => lang.fiscal_month_out_of_range(*month),
        Rejection::SurveyGone => lang.survey_gone().to_owned(),
        Rejection::SurveyWithoutQuestions => lang.survey_without_questions().to_owned(),
        Rejection::QuestionIncomplete(place) => lang.question_incomplete(&place.to_string()),
        Rejection::SurveyAnswered(count) => {
            lang.survey_answered(&format::count(lang, *count as u64))
        }
        Rejection::ReplyEmpty => lang.reply_empty().to_owned(),
        Rejection::ReplyGone => lang.reply_gone().to_owned(),
        Rejection::PointEmpty => lang.point_empty().to_owned(),
        Rejection::PointGone => lang.point_gone().to_owned(),
        Rejection::FeedbackIncomplete => lang.feedback_incomplete().to_owned(),
        Rejection::FeedbackGone => lang.feedback_gone().to_owned(),
        Rejection::ReviewGone => lang.review_gone().to_owned(),
        Rejection::ReviewSealed => lang.review_sealed().to_owned(),
        Rejection::ReviewUnfinished => lang.review_unfinished().to_owned(),
        Rejection::ReviewsNone => lang.reviews_none().to_owned(),
        Rejection::ReviewNotShared => lang.review_not_shared().to_owned(),
        Rejection::ReviewClosed => lang.review_closed_already().to_owned(),
        Rejection::OpinionIncomplete => lang.opinion_incomplete().to_owned(),
        Rejection::AimIncomplete => lang.aim_incomplete().to_owned(),
        Rejection::AimGone => lang.aim_gone().to_owned(),
        Rejection::PulseTooFew => lang.pulse_too_few().to_owned(),
        Rejection::Pay(why) => lang.pay_refused(why),
        Rejection::Thanks(why) => lang.thanks_refused(why),
        Rejection::Reward(why) => super::rewards::refused(lang, why),
        Rejection::Career(why) => super::career::refused(lang, why),
    }
}

/// A number as it is stored, as it is read.
fn counted(lang: Lang, stored: &str) -> String {
    stored.parse().map_or_else(|_| stored.to_owned(), |it| format::count(lang, it))
}
