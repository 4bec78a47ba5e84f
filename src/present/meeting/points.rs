//! Issues, decisions and actions in lines.

use crate::domain::calendar::Day;
use crate::domain::id::{LeadId, MeetingId, MeetingPointId, SurveyId, SurveyReplyId};
use crate::domain::meeting::{
    Lack, MeetingKind, MeetingPoint, PointSort, Source, lacks, open_points,
};
use crate::domain::survey::reply_behind;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::format;

/// Something that was brought up, in a line.
#[derive(Clone, Debug, PartialEq)]
pub struct PointLine {
    /// Which.
    pub id: MeetingPointId,
    /// What it is.
    pub sort: PointSort,
    /// What it says.
    pub text: String,
    /// Who does it by when, and whether it was carried over.
    pub note: String,
    /// What an open action lacks, in words; empty where it lacks nothing.
    pub lacks: String,
    /// Whether it should have been done.
    pub is_late: bool,
    /// Whether it is settled.
    pub is_closed: bool,
    /// What it comes from.
    pub source: Option<Source>,
    /// What a customer answered, where it comes from that.
    pub answer: Option<AnswerBehind>,
}

/// The answer of a customer that a meeting is to hear of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerBehind {
    /// To which survey.
    pub survey: SurveyId,
    /// Which answer.
    pub reply: SurveyReplyId,
    /// The deal it is about, if that is there.
    pub deal: Option<LeadId>,
}

/// The tables that lines are read from.
pub const TABLES: [Table; 4] =
    [Table::MeetingPoints, Table::People, Table::SurveyReplies, Table::Leads];

/// Something that was brought up as it stands on a day; in a meeting it says what is from earlier.
pub fn line(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    (id, point): (MeetingPointId, &MeetingPoint),
    meeting: Option<MeetingId>,
) -> PointLine {
    let is_late = point.is_late(today);
    let day = |it: Day| format::day_near(lang, it, today);
    let due = point.due.map(|it| match is_late {
        true => lang.point_late_since(&day(it)),
        false => lang.point_due_on(&day(it)),
    });
    let owner = workspace.people.find(point.owner).map(|it| it.name.clone());
    let carried = meeting.is_some() && point.meeting.is_some() && point.meeting != meeting;
    let carried = carried.then(|| lang.point_carried().to_owned());
    let kind = point.kind.filter(|_| meeting.is_none()).map(|it| lang.meeting_kind(it).to_owned());
    let note: Vec<String> = [owner, due, carried, kind].into_iter().flatten().collect();
    PointLine {
        id,
        sort: point.sort(),
        text: point.text.clone(),
        note: note.join(" · "),
        lacks: lacks_words(lang, &lacks(workspace, point)),
        is_late,
        is_closed: !point.is_open(),
        source: point.source.clone(),
        answer: answer_behind(workspace, id, point),
    }
}

/// What an action lacks, in words.
pub fn lacks_words(lang: Lang, lacks: &[Lack]) -> String {
    let word = |it: &Lack| match it {
        Lack::Owner => lang.point_no_owner(),
        Lack::Day => lang.point_no_day(),
    };
    lacks.iter().map(word).collect::<Vec<_>>().join(" · ")
}

/// Only what comes from a page can come from an answer, so that the answers are looked through for
/// few.
fn answer_behind(
    workspace: &Workspace,
    id: MeetingPointId,
    point: &MeetingPoint,
) -> Option<AnswerBehind> {
    let Some(Source::Page(_)) = point.source else { return None };
    let (reply, said) = reply_behind(workspace, id)?;
    let deal = said.lead.filter(|it| workspace.leads.has(*it));
    Some(AnswerBehind { survey: said.survey?, reply, deal })
}

/// Issues and then actions that are open for a kind of meeting, or for any.
pub fn open_lines(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    kind: Option<MeetingKind>,
) -> Vec<PointLine> {
    let of = |sort| open_points(workspace, sort, kind);
    let open = of(PointSort::Issue).into_iter().chain(of(PointSort::Action));
    open.map(|it| line(workspace, lang, today, it, None)).collect()
}

/// What the room shows of a sort: what is open for its kind, and what was brought up or settled in
/// it.
pub fn room_lines(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    (id, kind): (MeetingId, Option<MeetingKind>),
    sort: PointSort,
) -> Vec<PointLine> {
    let is_own = |it: &MeetingPoint| it.meeting == Some(id) || it.closed_in == Some(id);
    let mut found: Vec<(MeetingPointId, &MeetingPoint)> = open_points(workspace, sort, kind);
    let rest = workspace.meeting_points.iter().filter(|(_, it)| it.sort() == sort && is_own(it));
    found.extend(rest.filter(|(_, it)| !it.is_open()));
    found.into_iter().map(|it| line(workspace, lang, today, it, Some(id))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::survey::SurveyReply;
    use crate::present::for_tests::*;

    #[test]
    fn what_a_customer_answered_leads_to_the_answer_and_to_its_deal() {
        let mut workspace = team();
        lead(&mut workspace, 1, Some(ANN), OPEN, 100, "2026-12-20");
        let (survey, reply) = (SurveyId::drawn(5), SurveyReplyId::drawn(6));
        let issue = MeetingPoint::issue("Late", Some(Source::Page(format!("surveys/{survey}"))));
        put(&mut workspace, SurveyReply::issue_of(reply), &issue);
        let answer = |workspace: &Workspace| {
            let lines = open_lines(workspace, Lang::En, day("2026-11-28"), None);
            lines.into_iter().map(|it| it.answer).collect::<Vec<_>>()
        };
        assert_eq!(answer(&workspace), [None], "the answer is deleted");
        let deal = LeadId::drawn(1);
        for (told, deal) in [(Some(deal), Some(deal)), (Some(LeadId::drawn(9)), None), (None, None)]
        {
            let said = SurveyReply { survey: Some(survey), lead: told, ..SurveyReply::default() };
            put(&mut workspace, reply, &said);
            assert_eq!(answer(&workspace), [Some(AnswerBehind { survey, reply, deal })]);
        }
    }

    #[test]
    fn an_action_says_who_by_when_and_that_it_was_carried_over() {
        let mut workspace = team();
        let [first, then] = [1, 2].map(MeetingId::drawn);
        let action = MeetingPoint {
            sort: Some(PointSort::Action),
            text: "Call them".to_owned(),
            kind: Some(MeetingKind::Pipeline),
            meeting: Some(first),
            owner: Some(ANN),
            due: Some(day("2026-11-27")),
            ..MeetingPoint::default()
        };
        put(&mut workspace, MeetingPointId::drawn(1), &action);
        let note = |meeting, today: &str| {
            let kind = (meeting, Some(MeetingKind::Pipeline));
            let lines = room_lines(&workspace, Lang::En, day(today), kind, PointSort::Action);
            lines.iter().map(|it| it.note.clone()).collect::<String>()
        };
        assert_eq!(note(first, "2026-11-27"), "Ann · by 27 Nov");
        assert_eq!(note(then, "2026-11-28"), "Ann · overdue since 27 Nov · carried over");
        let other = (then, Some(MeetingKind::Retro));
        let none = room_lines(&workspace, Lang::En, day("2026-11-28"), other, PointSort::Action);
        assert_eq!(none, []);
        let bare = MeetingPoint { owner: None, due: None, ..action };
        put(&mut workspace, MeetingPointId::drawn(1), &bare);
        let open = open_lines(&workspace, Lang::En, day("2026-11-28"), None);
        let said: Vec<_> = open.iter().map(|it| (&*it.note, &*it.lacks)).collect();
        assert_eq!(said, [("Weekly pipeline review", "no owner · no date")]);
    }
}
