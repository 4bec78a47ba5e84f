//! Corrections: what was said or agreed on about a person is put right after it was kept. The rules
//! are those of the entry; whose it is, and what became of it since, stays.

use super::{Context, growth, talks};
use crate::domain::aim::Aim;
use crate::domain::changes::Changes;
use crate::domain::command::Correction;
use crate::domain::feedback::Feedback;
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::domain::talk::TalkPoint;
use crate::domain::workspace::Workspace;

/// Puts something right that is there.
pub(super) fn correct(
    workspace: &Workspace,
    correction: &Correction,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let mut changes = match correction {
        Correction::Point(id, point) => {
            let known = workspace.talk_points.get(*id).ok_or(Rejection::PointGone)?;
            let TalkPoint { person, raised, done, carried, .. } = *known;
            let point = TalkPoint { person, raised, done, carried, ..(**point).clone() };
            talks::save_point(workspace, *id, &point, ctx)?
        }
        Correction::Feedback(id, feedback) => {
            let known = workspace.feedbacks.get(*id).ok_or(Rejection::FeedbackGone)?;
            let on = feedback.on.or(known.on);
            let feedback = Feedback { person: known.person, on, ..(**feedback).clone() };
            growth::save_feedback(workspace, *id, &feedback, ctx)?
        }
        Correction::Aim(id, aim) => {
            let known = workspace.aims.get(*id).ok_or(Rejection::AimGone)?;
            let Aim { person, plan, ended, .. } = *known;
            let aim = Aim { person, plan, ended, ..(**aim).clone() };
            if let Some((begun, ended)) = aim.begun.zip(ended).filter(|(begun, it)| it < begun) {
                return Err(Rejection::DaysReversed(begun, ended));
            }
            growth::save_aim(workspace, *id, &aim, ctx)?
        }
    };
    if let Label::PeopleChanged(_, deed, _) = &mut changes.label {
        *deed = "corrected".to_owned();
    }
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::aim::AimFigure;
    use crate::domain::for_tests::{day, put, take};
    use crate::domain::id::{AimId, FeedbackId, PersonId, TalkPointId};
    use crate::domain::people::Person;
    use crate::domain::talk::PointKind;

    const ANN: PersonId = PersonId::drawn(1);
    const POINT: TalkPointId = TalkPointId::drawn(1);
    const FEEDBACK: FeedbackId = FeedbackId::drawn(1);
    const AIM: AimId = AimId::drawn(1);

    fn ctx() -> Context {
        Context { today: day("2026-11-25") }
    }

    fn point() -> TalkPoint {
        TalkPoint {
            person: Some(ANN),
            text: "Pirces".to_owned(),
            raised: Some(day("2026-11-02")),
            carried: 2,
            ..TalkPoint::default()
        }
    }

    fn feedback() -> Feedback {
        Feedback {
            person: Some(ANN),
            on: Some(day("2026-11-02")),
            situation: "Friday".to_owned(),
            behaviour: "Asked".to_owned(),
            impact: "They stayed".to_owned(),
            value: "Care".to_owned(),
            ..Feedback::default()
        }
    }

    fn aim() -> Aim {
        Aim {
            person: Some(ANN),
            plan: true,
            figure: Some(AimFigure::Visits),
            text: "Two visits".to_owned(),
            begun: Some(day("2026-10-01")),
            due: Some(day("2026-12-04")),
            ended: Some(day("2026-11-20")),
            conclusion: "It helpt".to_owned(),
            ..Aim::default()
        }
    }

    fn kept() -> Workspace {
        let mut workspace = Workspace::default();
        put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), ..Person::default() });
        put(&mut workspace, POINT, &point());
        put(&mut workspace, FEEDBACK, &feedback());
        put(&mut workspace, AIM, &aim());
        workspace
    }

    #[track_caller]
    fn corrected(correction: Correction) -> Workspace {
        let mut workspace = kept();
        let changes = correct(&workspace, &correction, &ctx()).expect("corrected");
        assert_eq!(changes.label.to_parts()[2..], ["corrected", "Ann"]);
        take(&mut workspace, &changes);
        workspace
    }

    #[track_caller]
    fn check_refused(correction: Correction, expect: Rejection) {
        assert_eq!(correct(&kept(), &correction, &ctx()), Err(expect));
    }

    fn of_point(id: TalkPointId, text: &str) -> Correction {
        let (kind, text) = (PointKind::Action, text.to_owned());
        Correction::Point(id, Box::new(TalkPoint { kind, text, ..TalkPoint::default() }))
    }

    fn of_feedback(id: FeedbackId, change: Feedback) -> Correction {
        Correction::Feedback(id, Box::new(change))
    }

    fn of_aim(id: AimId, change: Aim) -> Correction {
        Correction::Aim(id, Box::new(change))
    }

    #[test]
    fn what_became_of_it_since_stays() {
        let workspace = corrected(of_point(POINT, "Prices"));
        let text = "Prices".to_owned();
        let expect = TalkPoint { kind: PointKind::Action, text, ..point() };
        assert_eq!(workspace.talk_points.get(POINT), Some(&expect));

        let conclusion = "It helped".to_owned();
        let change = Aim { person: None, plan: false, ended: None, conclusion, ..aim() };
        let workspace = corrected(of_aim(AIM, change));
        let conclusion = "It helped".to_owned();
        assert_eq!(workspace.aims.get(AIM), Some(&Aim { conclusion, ..aim() }));
    }

    #[test]
    fn every_field_of_feedback_can_be_put_right_and_a_day_stays_where_none_is_given() {
        let change = Feedback {
            person: None,
            on: None,
            constructive: true,
            situation: "Monday".to_owned(),
            value: String::new(),
            ..feedback()
        };
        let workspace = corrected(of_feedback(FEEDBACK, change.clone()));
        let expect = Feedback { person: Some(ANN), on: feedback().on, ..change };
        assert_eq!(workspace.feedbacks.get(FEEDBACK), Some(&expect));
    }

    #[test]
    fn the_rules_of_the_entry_hold() {
        check_refused(of_point(POINT, " "), Rejection::PointEmpty);
        let silent = Feedback { impact: " ".to_owned(), ..feedback() };
        check_refused(of_feedback(FEEDBACK, silent), Rejection::FeedbackIncomplete);
        let ahead = Feedback { on: Some(day("2026-11-26")), ..feedback() };
        check_refused(of_feedback(FEEDBACK, ahead), Rejection::DoneAhead(day("2026-11-26")));
        check_refused(of_aim(AIM, Aim { due: None, ..aim() }), Rejection::AimIncomplete);
        let (begun, ended) = (day("2026-11-21"), day("2026-11-20"));
        let late = Aim { begun: Some(begun), ..aim() };
        check_refused(of_aim(AIM, late), Rejection::DaysReversed(begun, ended));
    }

    #[test]
    fn what_is_gone_is_not_put_right() {
        check_refused(of_point(TalkPointId::drawn(9), "Prices"), Rejection::PointGone);
        check_refused(of_feedback(FeedbackId::drawn(9), feedback()), Rejection::FeedbackGone);
        check_refused(of_aim(AimId::drawn(9), aim()), Rejection::AimGone);
    }

    #[test]
    fn nothing_is_written_where_nothing_is_put_right() {
        let same = correct(&kept(), &of_feedback(FEEDBACK, feedback()), &ctx());
        assert_eq!(same.map(|it| it.writes.len()), Ok(0));
    }
}
