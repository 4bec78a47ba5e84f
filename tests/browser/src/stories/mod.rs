//! One story a file. To add one: a file with `pub fn story() -> Story`, and its name below.

use crate::harness::Story;

/// Declares the story files and the list of their stories.
macro_rules! stories {
    ($($file:ident)+) => {
        $(mod $file;)+

        /// Every story.
        pub fn all() -> Vec<Story> {
            vec![$($file::story()),+]
        }
    };
}

stories! {
    accessible_failure
    accessible_pages
    assigned_off_thread
    assumption_switched
    backup_clash
    backup_restored
    blocked_storage
    chosen_language
    claim_runs_out
    clock_set_back
    deal_lost
    deal_talked_through
    deep_address
    delivery_overloaded
    draft_forbids
    duplicate_at_entry
    duplicates_merged
    follow_ups
    forecast_empty
    forecast_told
    found
    found_by_sound
    full_storage
    goal_hung
    history_archived
    import_lead_linked
    import_linked
    import_stopped
    keys_alone
    leads_assigned
    leads_by_tag
    leads_by_thousands
    leads_drafted
    leads_in_lanes
    leads_in_rows
    leads_selected
    long_log
    loss_reasons
    many_tabs
    missing_module
    missing_part
    monday
    nothing_leaves
    offline
    parent_company
    pipelines_set_up
    pool_claimed
    quotas_spread
    raw_restored
    shell_first
    stopped_app
    sub_path
    two_currencies
    update
}
