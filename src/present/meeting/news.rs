//! Announcements: what they say, how long they matter, and who has read them.

use crate::domain::calendar::Day;
use crate::domain::id::{AnnouncementId, PersonId};
use crate::domain::meeting::{Announcement, ReadMark, current_news, unread_by};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::format;
use crate::present::team::colleague_choices;

/// The tables that announcements are read from.
pub const NEWS_TABLES: [Table; 4] =
    [Table::Announcements, Table::ReadMarks, Table::People, Table::Meetings];

/// An announcement in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct NewsRow {
    /// Which.
    pub id: AnnouncementId,
    /// What it says.
    pub text: String,
    /// When it was announced, and until when it matters.
    pub note: String,
    /// How many have read it.
    pub read: String,
    /// Whether everybody has.
    pub is_read: bool,
}

/// Announcements that matter on a day, the latest first; and those that do not any more.
pub fn news_rows(workspace: &Workspace, lang: Lang, today: Day) -> (Vec<NewsRow>, Vec<NewsRow>) {
    let row = |(id, it): (AnnouncementId, &Announcement)| {
        let day = |it: Day| format::day_near(lang, it, today);
        let all = workspace.people.values().filter(|it| !it.has_left(today)).count();
        let unread = unread_by(workspace, id, today).len();
        let until = it.until.map(|it| lang.news_until(&day(it)));
        let note: Vec<String> = [it.day.map(day), until].into_iter().flatten().collect();
        let count = |it: usize| format::count(lang, it as u64);
        NewsRow {
            id,
            text: it.text.clone(),
            note: note.join(" · "),
            read: lang.news_read(&count(all - unread), &count(all)),
            is_read: unread == 0,
        }
    };
    let over = workspace.announcements.iter().filter(|(_, it)| !it.matters(today));
    let mut over: Vec<_> = over.collect();
    crate::domain::arrange::by_key(&mut over, |(id, it)| (std::cmp::Reverse(it.until), *id));
    let current = current_news(workspace, today).into_iter().map(row).collect();
    (current, over.into_iter().map(row).collect())
}

/// Everybody who has not left by name, with whether they have read an announcement.
pub fn readers(
    workspace: &Workspace,
    id: AnnouncementId,
    today: Day,
) -> Vec<(PersonId, String, bool)> {
    let has_read = |person| workspace.read_marks.has(ReadMark::id_of(id, person));
    let people = colleague_choices(workspace, today, &[]).into_iter();
    people.map(|(person, name)| (person, name, has_read(person))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::for_tests::*;

    #[test]
    fn a_row_says_who_has_read_it_and_until_when_it_matters() {
        let mut workspace = team();
        let id = AnnouncementId::drawn(1);
        let said = Announcement {
            text: "Fair".to_owned(),
            day: Some(day("2026-11-27")),
            until: Some(day("2026-12-05")),
        };
        put(&mut workspace, id, &said);
        put(&mut workspace, ReadMark::id_of(id, ANN), &ReadMark::default());
        let (current, over) = news_rows(&workspace, Lang::En, day("2026-11-29"));
        let row = &current[0];
        assert_eq!((&*row.note, &*row.read), ("27 Nov · until 5 Dec", "read by 1 of 3"));
        assert_eq!((over.len(), row.is_read), (0, false));
        let (current, over) = news_rows(&workspace, Lang::En, day("2026-12-06"));
        assert_eq!((current.len(), over.len()), (0, 1));
        let read: Vec<bool> =
            readers(&workspace, id, day("2026-12-06")).into_iter().map(|it| it.2).collect();
        assert_eq!(read, [true, false, false]);
    }
}
