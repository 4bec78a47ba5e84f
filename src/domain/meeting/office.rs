//! What is announced to the team, who has read it, and what is asked of other departments.

use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::codes::codes;
use crate::domain::id::{AnnouncementId, CustomerId, LeadId, PersonId, ReadMarkId, RequestId};
use crate::domain::workspace::Workspace;

record! {
    /// Something that everybody should know.
    pub struct Announcement(AnnouncementId) {
        /// What it says.
        text: String,
        /// The day it was announced.
        day: Option<Day>,
        /// The last day on which it matters; none means for ever.
        until: Option<Day>,
    }
}

record! {
    /// Somebody has read an announcement.
    pub struct ReadMark(ReadMarkId) {
        /// Which one.
        announcement: Option<AnnouncementId>,
        /// Who.
        person: Option<PersonId>,
        /// The day.
        day: Option<Day>,
    }
}

codes! {
    /// Of whom something is asked.
    pub enum Office {
        /// Marketing.
        Marketing = "marketing",
        /// Product and development.
        Product = "product",
        /// After-sales service.
        AfterSales = "after-sales",
        /// Partners outside the company.
        Partners = "partners",
    }
}

record! {
    /// Something that is asked of another department.
    pub struct Request(RequestId) {
        /// Of whom.
        office: Option<Office>,
        /// What is asked.
        text: String,
        /// Who asks.
        by: Option<PersonId>,
        /// Who there promised it, or is asked.
        contact: String,
        /// The lead that it is for.
        lead: Option<LeadId>,
        /// The customer that it is for.
        customer: Option<CustomerId>,
        /// The day it was asked.
        asked: Option<Day>,
        /// The day for which it was promised; none as long as nothing was.
        promised: Option<Day>,
        /// The day it was done; none while it is not.
        done: Option<Day>,
    }
}

codes! {
    /// How far something that was asked is.
    pub enum RequestState {
        /// It was promised for a day that is over.
        Late = "late",
        /// Nothing was promised yet.
        Open = "open",
        /// It was promised for a day that is to come.
        Promised = "promised",
        /// It is done.
        Done = "done",
    }
}

impl ReadMark {
    /// The id of a mark: one for each person.
    pub fn id_of(announcement: AnnouncementId, person: PersonId) -> ReadMarkId {
        ReadMarkId::of_key(&format!("read/{announcement}/{person}"))
    }
}

impl Announcement {
    /// Whether it matters on a day.
    pub fn matters(&self, today: Day) -> bool {
        self.until.is_none_or(|it| today <= it)
    }
}

impl Request {
    /// How far it is.
    pub fn state(&self, today: Day) -> RequestState {
        match (self.done, self.promised) {
            (Some(_), _) => RequestState::Done,
            (None, None) => RequestState::Open,
            (None, Some(day)) if day < today => RequestState::Late,
            (None, Some(_)) => RequestState::Promised,
        }
    }
}

/// Announcements that matter on a day, the latest first.
pub fn current_news(workspace: &Workspace, today: Day) -> Vec<(AnnouncementId, &Announcement)> {
    let news = workspace.announcements.iter().filter(|(_, it)| it.matters(today));
    let mut news: Vec<_> = news.collect();
    arrange::by_key(&mut news, |(id, it)| (std::cmp::Reverse(it.day), *id));
    news
}

/// Who of the team has not read an announcement, in the order of the people; nobody waits for those
/// who have left.
pub fn unread_by(workspace: &Workspace, id: AnnouncementId, today: Day) -> Vec<PersonId> {
    let has_read = |person| workspace.read_marks.has(ReadMark::id_of(id, person));
    let here = workspace.people.iter().filter(|(_, it)| !it.has_left(today));
    here.map(|(id, _)| id).filter(|it| !has_read(*it)).collect()
}

/// Everything that is asked, the late first and then as [`RequestState`] stands; of the same, what
/// was promised or asked first.
pub fn requests(workspace: &Workspace, today: Day) -> Vec<(RequestId, &Request)> {
    let mut requests: Vec<_> = workspace.requests.iter().collect();
    arrange::by_key(&mut requests, |(id, it)| (it.state(today), it.promised, it.asked, *id));
    requests
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::{day, put};
    use crate::domain::people::Person;

    #[track_caller]
    fn check(promised: &str, done: &str, expect: RequestState) {
        let (promised, done) = (promised.parse().ok(), done.parse().ok());
        let request = Request { promised, done, ..Request::default() };
        assert_eq!(request.state(day("2026-11-29")), expect);
    }

    #[test]
    fn what_is_asked_is_late_the_day_after_it_was_promised() {
        check("", "", RequestState::Open);
        check("2026-11-29", "", RequestState::Promised);
        check("2026-11-28", "", RequestState::Late);
        check("2026-11-28", "2026-11-29", RequestState::Done);
        check("", "2026-11-29", RequestState::Done);
    }

    #[test]
    fn an_announcement_matters_to_its_last_day_and_is_read_by_each() {
        let mut workspace = Workspace::default();
        let [ann, bob] = [1, 2].map(PersonId::drawn);
        for id in [ann, bob] {
            put(&mut workspace, id, &Person::default());
        }
        let left = Some(day("2026-11-28"));
        put(&mut workspace, PersonId::drawn(3), &Person { left, ..Person::default() });
        let id = AnnouncementId::drawn(1);
        let until = Some(day("2026-11-29"));
        put(&mut workspace, id, &Announcement { until, ..Announcement::default() });
        put(&mut workspace, ReadMark::id_of(id, bob), &ReadMark::default());
        let unread = |today| unread_by(&workspace, id, day(today)).len();
        assert_eq!(unread_by(&workspace, id, day("2026-11-29")), [ann]);
        assert_eq!(unread("2026-11-28"), 2, "the last day is a day in the team");
        let shown = |today| current_news(&workspace, day(today)).len();
        assert_eq!(["2026-11-29", "2026-11-30"].map(shown), [1, 0]);
    }
}
