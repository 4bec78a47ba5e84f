//! An activity as it is typed, and as it is said.

use crate::domain::activity::{Activity, ActivityKind};
use crate::domain::calendar::Day;
use crate::domain::id::{CustomerId, LeadId, PersonId};
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::filter::folded;
use crate::present::format;

/// What was typed into the form of an activity.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of an activity")]
pub struct ActivityDraft {
    pub lead: Option<LeadId>,
    pub customer: Option<CustomerId>,
    pub kind: Option<ActivityKind>,
    pub planned: bool,
    pub on: Option<Day>,
    pub time: String,
    pub person: Option<PersonId>,
    pub text: String,
    pub outcome: String,
}

impl ActivityDraft {
    /// The form of an activity that has been done today about a lead, by whoever works on it.
    pub fn of_lead(
        workspace: &Workspace,
        today: Day,
        lead: LeadId,
        kind: ActivityKind,
    ) -> ActivityDraft {
        let record = workspace.leads.get(lead);
        ActivityDraft {
            lead: Some(lead),
            customer: record.and_then(|it| it.customer),
            kind: Some(kind),
            on: Some(today),
            person: record.and_then(|it| it.owner),
            ..ActivityDraft::default()
        }
    }

    /// The form of an activity as it is now.
    pub fn of(activity: &Activity) -> ActivityDraft {
        ActivityDraft {
            lead: activity.lead,
            customer: activity.customer,
            kind: Some(activity.kind()),
            planned: activity.planned,
            on: activity.on,
            time: activity.minute.map(format::time_of_day).unwrap_or_default(),
            person: activity.person,
            text: activity.text.clone(),
            outcome: activity.outcome.clone(),
        }
    }

    /// The activity that was typed.
    ///
    /// # Errors
    /// [`Rejection::TimeOutOfRange`] where the time is none.
    pub fn activity(&self) -> Result<Activity, Rejection> {
        let outcome = if self.planned { "" } else { self.outcome.trim() };
        Ok(Activity {
            lead: self.lead,
            customer: self.customer,
            person: self.person,
            kind: self.kind,
            on: self.on,
            minute: minute(&self.time)?,
            planned: self.planned,
            text: self.text.trim().to_owned(),
            outcome: outcome.to_owned(),
        })
    }

    /// Whether it is planned for a day that has passed.
    pub fn is_late(&self, today: Day) -> bool {
        self.planned && self.on.is_some_and(|it| it < today)
    }
}

/// The minutes since midnight of a time such as "9:05"; none where nothing is typed.
fn minute(text: &str) -> Result<Option<i64>, Rejection> {
    let text = folded(text.trim());
    if text.is_empty() {
        return Ok(None);
    }
    // A browser may add seconds.
    let mut parts = text.split(':').map(str::parse::<u16>);
    let (hour, minute) = match (parts.next(), parts.next()) {
        (Some(Ok(hour)), Some(Ok(minute))) => (i64::from(hour), i64::from(minute)),
        _ => return Err(Rejection::TimeOutOfRange(-1)),
    };
    match hour < 24 && minute < 60 {
        true => Ok(Some(60 * hour + minute)),
        false => Err(Rejection::TimeOutOfRange(60 * hour + minute)),
    }
}

/// What an activity is and what it is about: "Call · prices".
pub fn what(lang: Lang, activity: &Activity) -> String {
    let kind = lang.activity_kind(activity.kind());
    match activity.text.is_empty() {
        true => kind.to_owned(),
        false => [kind, &*activity.text].join(" · "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expect: Result<Option<i64>, i64>) {
        let draft = ActivityDraft { time: typed.to_owned(), ..ActivityDraft::default() };
        let minute = draft.activity().map(|it| it.minute);
        assert_eq!(minute, expect.map_err(Rejection::TimeOutOfRange), "{typed}");
    }

    #[test]
    fn a_time_is_hours_and_minutes() {
        check("", Ok(None));
        check("09:05", Ok(Some(545)));
        check("9：05", Ok(Some(545)));
        check("23:59:00", Ok(Some(1_439)));
        check("24:00", Err(1_440));
        check("noon", Err(-1));
    }

    #[test]
    fn a_form_gives_back_the_activity_it_shows() {
        let activity = Activity {
            kind: Some(ActivityKind::Visit),
            on: Some(Day::EPOCH),
            minute: Some(545),
            text: "Prices".to_owned(),
            outcome: "Agreed".to_owned(),
            ..Activity::default()
        };
        assert_eq!(ActivityDraft::of(&activity).activity(), Ok(activity));
    }
}
