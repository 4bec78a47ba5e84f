//! Words of the import wizard: its steps, its questions, its account.

use super::texts;

texts! {
    import_way: "Import of files", "导入文件";
    import_step_files: "Files", "选择文件";
    import_step_columns: "Columns", "核对各列";
    import_step_check: "Check", "检查";
    import_step_done: "Done", "完成";

    import_drop: "Tap to choose CSV or Excel files, or drop them here", "点此选择 CSV 或 Excel 文件，或把文件拖到这里";
    import_drop_hint: "Exports of Zoho CRM, Fxiaoke, Salesforce, HubSpot, Pipedrive, or any table. Put files that belong together (deals, customers, products, people) in at once.", "支持 Zoho CRM、纷享销客、Salesforce、HubSpot、Pipedrive 的导出文件或任意表格。商机、客户、产品、人员等相关文件请一起选择。";
    import_safe: "Nothing leaves this tablet, and nothing changes until you say so.", "文件不会离开本机；确认之前，数据不会有任何变化。";
    import_file_unreadable(name: &str): "{name} could not be read. Has it been moved? Choose it again.", "无法读取 {name}。文件是否已被移动？请重新选择。";
    import_file_twice(name: &str): "{name} is in already.", "{name} 已在列表中。";
    import_remove_file(name: &str): "Take {name} out", "移除 {name}";

    import_reading(percent: &str): "Reading the files: {percent}", "正在读取文件：{percent}";
    import_planning(percent: &str): "Working out what would change: {percent}", "正在核对会有哪些变化：{percent}";
    import_saving(percent: &str): "Importing: {percent}", "正在导入：{percent}";
    import_stopped: "Stopped. Nothing was changed.", "已停止，数据没有变化。";
    import_try_again: "Go on", "继续";

    import_recognised(count: usize): "What was recognised in {count} files", "识别了 {count} 个文件";
    import_recognised_one: "What was recognised", "识别结果";
    import_columns_note: "Check what each column means. What is left out is not imported; names can be changed later.", "请核对每一列的含义。不导入的列会被忽略。";
    import_rows_are: "The rows are", "内容类型";
    import_choose_kind: "Choose", "请选择";
    import_sheet_form(rows: &str): "Sheet of a workbook, {rows} rows", "工作簿中的工作表，{rows} 行";
    import_file_form(encoding: &str, delimiter: &str, rows: &str): "{encoding}, parted by {delimiter}, {rows} rows", "{encoding}，{delimiter}分隔，{rows} 行";
    import_columns_used(used: usize, all: usize): "{used} of {all} columns", "{all} 列中使用 {used} 列";
    import_column_means(header: &str): "What {header} means", "{header}的含义";
    import_column_unnamed(place: usize): "Column {place}", "第 {place} 列";
    import_column_blank: "No values", "没有值";
    import_questions: "Please decide", "请确认";
    import_date_question(header: &str, sample: &str): "How is \u{201c}{sample}\u{201d} in \u{201c}{header}\u{201d} to be read?", "\u{201c}{header}\u{201d}中的\u{201c}{sample}\u{201d}是哪一天？";
    import_currency: "Amounts without a currency are in", "未注明币种的金额，按此币种计";
    import_currency_hint(columns: &str): "Not stated in: {columns}", "未注明币种的列：{columns}";

    import_comma: "commas", "逗号";
    import_semicolon: "semicolons", "分号";
    import_tab: "tabs", "制表符";
    import_bar: "bars", "竖线";

    import_other_files: "Choose other files", "选择其他文件";
    import_nothing_yet: "Nothing has been changed yet. This is what the import would do.", "目前数据没有任何变化。以下是导入后的结果。";
    import_sum(created: &str, updated: &str, unchanged: &str, rejected: &str, rows: &str): "{created} new + {updated} changed + {unchanged} unchanged + {rejected} not taken = {rows} rows", "新增 {created} + 更新 {updated} + 不变 {unchanged} + 未导入 {rejected} = 共 {rows} 行";
    import_rows: "Rows", "总行数";
    import_created: "New", "新增";
    import_updated: "Changed", "更新";
    import_unchanged: "Unchanged", "不变";
    import_rejected: "Not taken", "未导入";
    import_by_file: "File by file", "各文件明细";
    import_file: "File", "文件";
    import_content: "Content", "内容";
    import_along(what: &str): "Added along with them: {what}.", "同时新增：{what}。";
    import_along_person: "1 person", "1 位成员";
    import_along_team: "1 team", "1 个团队";
    import_along_customer: "1 customer", "1 个客户";
    import_along_product: "1 product", "1 个产品";
    import_along_pipeline: "1 pipeline", "1 个销售流程";
    import_along_stage: "1 stage", "1 个阶段";
    import_along_people(n: usize): "{n} people", "{n} 位成员";
    import_along_teams(n: usize): "{n} teams", "{n} 个团队";
    import_along_customers(n: usize): "{n} customers", "{n} 个客户";
    import_along_products(n: usize): "{n} products", "{n} 个产品";
    import_along_pipelines(n: usize): "{n} pipelines", "{n} 个销售流程";
    import_along_stages(n: usize): "{n} stages", "{n} 个阶段";
    import_problems(count: &str): "Rows not taken: {count}", "未导入的行：{count}";
    import_problem_head(reason: &str, count: &str): "{reason} ({count})", "{reason}（{count} 行）";
    import_problem_row(row: u32, column: &str): "Row {row}, {column}", "第 {row} 行，{column}";
    import_problem_whole_row(row: u32): "Row {row}", "第 {row} 行";
    import_problem_blank: "blank", "空白";
    import_save_failed(name: &str): "Save the rows of {name} that are not taken", "保存 {name} 中未导入的行";
    import_failed_name(name: &str): "{name}-not-taken.csv", "{name}-未导入.csv";
    import_failed_hint: "A CSV with the reason behind each row: mend it and import it again.", "CSV 文件，每行附有原因，修改后可再次导入。";
    import_failed_refused: "The browser did not save the file. Tap once more.", "浏览器未能保存文件，请再点一次。";
    import_cautions: "Look at these", "请留意";
    import_nothing_new: "Nothing new: all of it is on the board already.", "没有新内容：这些数据都已在看板中。";
    import_nothing_usable: "None of these rows can be taken. Go back and check what the rows and the columns are.", "没有可导入的行。请返回检查内容类型和各列含义。";
    import_links(count: &str): "Customers that may be there already: {count}", "可能已存在的客户（{count}）";
    import_links_note: "What is ticked is added to the customer that is there: what that one lacks is filled in, and its leads go along. The rest comes as new.", "勾选的客户并入已有客户：补充其缺少的信息，线索一并归入；未勾选的作为新客户导入。";
    import_links_all: "Add all to those that are there", "全部并入已有数据";
    import_links_none: "Take all as new", "全部作为新数据";
    import_links_more(count: &str): "{count} more are not listed; the buttons mean them, too.", "另有 {count} 条未列出，按钮对其同样有效。";
    import_links_said(chosen: &str, count: &str): "Added to a customer that is there: {chosen} of {count}.", "并入已有客户：{chosen}/{count}。";
    import_lead_links(count: &str): "Leads that may be there already: {count}", "可能已存在的线索（{count}）";
    import_lead_links_note: "What is ticked is added to the open lead that is there: what that one lacks is filled in; its stage and all that it has stay. The rest comes as new.", "勾选的线索并入已有的进行中线索：补充其缺少的信息，阶段和已有内容不变；未勾选的作为新线索导入。";
    import_lead_links_said(chosen: &str, count: &str): "Added to a lead that is there: {chosen} of {count}.", "并入已有线索：{chosen}/{count}。";
    import_changed_meanwhile: "Something was changed meanwhile, so it was worked out anew. Please look again.", "期间数据有变化，已重新核对，请再看一遍。";
    import_into_sample: "The sample team is still here. Remove it first, so that your own figures stand alone.", "示例团队还在。建议先移除示例，只保留自己的数据。";
    import_remove_sample: "Remove the sample", "移除示例";
    import_now_one: "Import 1 row", "导入 1 行";
    import_now(rows: &str): "Import {rows} rows", "导入 {rows} 行";
    import_undoable: "One step: it can be undone as a whole.", "整个导入是一步操作，可以一次撤销。";

    import_done_one: "1 row imported", "已导入 1 行";
    import_done(rows: &str): "{rows} rows imported", "已导入 {rows} 行";
    import_done_note: "It is saved on this tablet. The meaning of the columns is remembered for the next time.", "已保存在本机。各列含义已记住，下次自动使用。";
    import_to_board: "To the board", "查看线索看板";
    import_to_people: "To the people", "查看团队";
    import_to_customers: "To the customers", "查看客户";
    import_again: "Import more", "继续导入";
    import_undo: "Undo the import", "撤销导入";
    import_undone: "The import was undone. Everything is as it was before.", "导入已撤销，数据已恢复原样。";
    import_back: "Back", "上一步";
    import_next: "Next", "下一步";
}
