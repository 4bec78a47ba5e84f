//! The one set of icons: outlines of one stroke in a square of 24 units.
//!
//! An icon never stands without a word but for undo, redo, close and menu, so it is hidden from
//! screen readers; the button around it carries the name.

use leptos::prelude::*;

/// A picture of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each name is the picture")]
pub enum Icon {
    Today,
    Goals,
    Leads,
    Meet,
    Team,
    Pay,
    More,
    Undo,
    Redo,
    Close,
    Menu,
    Search,
    Plus,
    Import,
    Export,
    Backup,
    Settings,
    Check,
    Warn,
    Lost,
    Won,
    Filter,
    Drag,
    Back,
    Forward,
    Up,
    Down,
    Lock,
    Info,
    Calendar,
    Person,
    Trash,
    Table,
    Board,
    Link,
    Share,
    Refresh,
    Chart,
    Edit,
    Pause,
    Play,
    Clock,
    Note,
    Phone,
    Money,
    Pool,
    Eye,
    Print,
}

impl Icon {
    /// Every icon, for the kit page and the tests.
    pub const ALL: [Icon; 48] = [
        Icon::Today,
        Icon::Goals,
        Icon::Leads,
        Icon::Meet,
        Icon::Team,
        Icon::Pay,
        Icon::More,
        Icon::Undo,
        Icon::Redo,
        Icon::Close,
        Icon::Menu,
        Icon::Search,
        Icon::Plus,
        Icon::Import,
        Icon::Export,
        Icon::Backup,
        Icon::Settings,
        Icon::Check,
        Icon::Warn,
        Icon::Lost,
        Icon::Won,
        Icon::Filter,
        Icon::Drag,
        Icon::Back,
        Icon::Forward,
        Icon::Up,
        Icon::Down,
        Icon::Lock,
        Icon::Info,
        Icon::Calendar,
        Icon::Person,
        Icon::Trash,
        Icon::Table,
        Icon::Board,
        Icon::Link,
        Icon::Share,
        Icon::Refresh,
        Icon::Chart,
        Icon::Edit,
        Icon::Pause,
        Icon::Play,
        Icon::Clock,
        Icon::Note,
        Icon::Phone,
        Icon::Money,
        Icon::Pool,
        Icon::Eye,
        Icon::Print,
    ];

    /// The outline as SVG path data in a square of 24 units.
    pub const fn path(self) -> &'static str {
        match self {
            Icon::Today => {
                "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2.5v2M12 19.5v2M4.2 4.2l1.4 1.4M18.4 18.4l1.4 1.4M2.5 12h2M19.5 12h2M4.2 19.8l1.4-1.4M18.4 5.6l1.4-1.4"
            }
            Icon::Goals => {
                "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4M12 12h.01"
            }
            Icon::Leads => "M4 4h4v16H4zM10 4h4v11h-4zM16 4h4v7h-4z",
            Icon::Meet => {
                "M4 5h16a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-8l-5 4v-4H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM8 9h8M8 12h5"
            }
            Icon::Team => {
                "M9 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M2.5 20v-1a5 5 0 0 1 5-5h3a5 5 0 0 1 5 5v1M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.3a5 5 0 0 1 3.5 4.7v1"
            }
            Icon::Pay => {
                "M3 7a2 2 0 0 1 2-2h13v4M3 7a2 2 0 0 0 2 2h15a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H5a2 2 0 0 1-2-2zM17 14.5h.01"
            }
            Icon::More => {
                "M4.1 12a.9.9 0 1 0 1.8 0 .9.9 0 1 0-1.8 0M11.1 12a.9.9 0 1 0 1.8 0 .9.9 0 1 0-1.8 0M18.1 12a.9.9 0 1 0 1.8 0 .9.9 0 1 0-1.8 0"
            }
            Icon::Undo => "M8 4L3.5 8.5 8 13M3.5 8.5H15a5.5 5.5 0 0 1 0 11h-4",
            Icon::Redo => "M16 4l4.5 4.5L16 13M20.5 8.5H9a5.5 5.5 0 0 0 0 11h4",
            Icon::Close => "M6 6l12 12M18 6L6 18",
            Icon::Menu => "M4 6h16M4 12h16M4 18h16",
            Icon::Search => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.3 15.3L20.5 20.5",
            Icon::Plus => "M12 5v14M5 12h14",
            Icon::Import => "M12 3v12M7 10l5 5 5-5M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2",
            Icon::Export => "M12 15V3M7 8l5-5 5 5M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2",
            Icon::Backup => "M4 4h16v5H4zM5.5 9v10a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1V9M10 13h4",
            Icon::Settings => {
                "M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M8 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5"
            }
            Icon::Check => "M4.5 12.5l5 5 10-11",
            Icon::Warn => "M12 4L2.8 20h18.4zM12 10v4.5M12 17.3h.01",
            Icon::Lost => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9 9l6 6M15 9l-6 6",
            Icon::Won => {
                "M7 4h10v5a5 5 0 0 1-10 0zM7 6H3.5v1A3.5 3.5 0 0 0 7 10.5M17 6h3.5v1a3.5 3.5 0 0 1-3.5 3.5M12 14v6M8 20h8"
            }
            Icon::Filter => "M4 6h16M7 12h10M10 18h4",
            Icon::Drag => {
                "M8.1 6a.9.9 0 1 0 1.8 0 .9.9 0 1 0-1.8 0M14.1 6a.9.9 0 1 0 1.8 0 .9.9 0 1 0-1.8 0M8.1 12a.9.9 0 1 0 1.8 0 .9.9 0 1 0-1.8 0M14.1 12a.9.9 0 1 0 1.8 0 .9.9 0 1 0-1.8 0M8.1 18a.9.9 0 1 0 1.8 0 .9.9 0 1 0-1.8 0M14.1 18a.9.9 0 1 0 1.8 0 .9.9 0 1 0-1.8 0"
            }
            Icon::Back => "M14.5 5.5L8 12l6.5 6.5",
            Icon::Forward => "M9.5 5.5L16 12l-6.5 6.5",
            Icon::Up => "M5.5 14.5L12 8l6.5 6.5",
            Icon::Down => "M5.5 9.5L12 16l6.5-6.5",
            Icon::Lock => "M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3",
            Icon::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5M12 7.8h.01",
            Icon::Calendar => {
                "M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM4 10h16M8 3v4M16 3v4"
            }
            Icon::Person => {
                "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20.5v-1A4.5 4.5 0 0 1 9 15h6a4.5 4.5 0 0 1 4.5 4.5v1"
            }
            Icon::Trash => "M4 6.5h16M9 6.5V4h6v2.5M6 6.5l1 13.5h10l1-13.5M10 10.5v6M14 10.5v6",
            Icon::Table => "M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9",
            Icon::Board => "M4 4h16v16H4zM9.3 4v16M14.7 4v16",
            Icon::Link => {
                "M10 14a4.5 4.5 0 0 0 6.4 0l3-3A4.5 4.5 0 0 0 13 4.6l-1 1M14 10a4.5 4.5 0 0 0-6.4 0l-3 3A4.5 4.5 0 0 0 11 19.4l1-1"
            }
            Icon::Share => {
                "M17 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M7 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M17 15.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M9.2 10.8l5.6-3.4M9.2 13.2l5.6 3.4"
            }
            Icon::Refresh => {
                "M20 11a8 8 0 0 0-14.5-3.8L3.5 9.5M3.5 4.5v5h5M4 13a8 8 0 0 0 14.5 3.8l2-2.3M20.5 19.5v-5h-5"
            }
            Icon::Chart => "M4 4v16h16M8 16v-4M12.5 16V8M17 16v-6",
            Icon::Edit => {
                "M4 20l1-4.5L16 4.5a2 2 0 0 1 3 0l.5.5a2 2 0 0 1 0 3L8.5 19zM14 6.5l3.5 3.5"
            }
            Icon::Pause => "M8 5v14M16 5v14",
            Icon::Play => "M7 4.5l12 7.5-12 7.5z",
            Icon::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5.2l3.5 2",
            Icon::Note => "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h5",
            Icon::Phone => {
                "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1z"
            }
            Icon::Money => {
                "M3 6h18v12H3zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M6.5 12h.01M17.5 12h.01"
            }
            Icon::Pool => "M4 13l3-8h10l3 8M4 13v6h16v-6M4 13h5a3 3 0 0 0 6 0h5",
            Icon::Eye => {
                "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6"
            }
            Icon::Print => "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z",
        }
    }
}

/// Draws `icon` at the size of the text around it.
#[component]
pub fn IconView(
    /// The picture.
    icon: Icon,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=icon.path() />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_has_its_own_outline() {
        let outlines: std::collections::BTreeSet<_> =
            Icon::ALL.iter().map(|icon| icon.path()).collect();
        assert_eq!(outlines.len(), Icon::ALL.len());
    }
}
