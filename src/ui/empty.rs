//! What stands where there is nothing yet: a faint picture of the full page, a sentence, a button.

use leptos::prelude::*;

/// What the full page would look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmptyPicture {
    /// Columns of cards.
    Board,
    /// Lines of a list.
    List,
    /// A line that rises.
    Chart,
    /// A table of figures.
    Table,
}

impl EmptyPicture {
    /// The outline as SVG path data, 120 by 72 units.
    pub const fn path(self) -> &'static str {
        match self {
            EmptyPicture::Board => {
                "M4 6h30M4 14h32v14H4zM4 33h32v14H4zM4 52h32v14H4zM44 6h24M44 14h32v14H44zM44 33h32v14H44zM84 6h28M84 14h32v14H84z"
            }
            EmptyPicture::List => {
                "M4 10a4 4 0 1 0 8 0 4 4 0 0 0-8 0M20 10h60M102 10h14M4 27a4 4 0 1 0 8 0 4 4 0 0 0-8 0M20 27h44M98 27h18M4 44a4 4 0 1 0 8 0 4 4 0 0 0-8 0M20 44h68M106 44h10M4 61a4 4 0 1 0 8 0 4 4 0 0 0-8 0M20 61h36M100 61h16"
            }
            EmptyPicture::Chart => "M4 4v64h112M4 60C30 56 40 44 58 40S92 22 116 12M4 62L116 20",
            EmptyPicture::Table => {
                "M4 6h112v60H4zM4 20h112M4 35h112M4 50h112M40 6v60M66 6v60M91 6v60"
            }
        }
    }
}

/// Nothing here yet, and what to do about it.
#[component]
pub fn EmptyState(
    /// What would be here.
    picture: EmptyPicture,
    /// One sentence: what to do to fill it.
    #[prop(into)]
    sentence: Signal<String>,
    /// The one button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <svg class="empty__picture" viewBox="0 0 120 72" aria-hidden="true">
                <path d=picture.path() />
            </svg>
            <p class="empty__sentence">{sentence}</p>
            {children.map(|children| children())}
        </div>
    }
}
