using System.CommandLine;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Commands;

/// <summary>Prints the procedure as it is: a table, a Mermaid picture, or JSON.</summary>
internal static class LifecycleCommand
{
    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "table, mermaid or json", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "mermaid", "json");
        var command = new Command("lifecycle", "Print the procedure") { format };
        command.SetAction(parsed => Console.Out.WriteLine(parsed.GetValue(format) switch
        {
            "mermaid" => Mermaid(),
            "json" => Json(),
            _ => Table(),
        }));
        return command;
    }

    // What runs beside the procedure is one row for all the states in which it can be done by the same people on the same conditions.
    private static string Table() => Lines(
    [
        .. CaseLifecycle.Table.Where(row => !row.IsBeside).SelectMany(row => Row(row, $"{row.From?.ToString() ?? "–",-19} {row.Action,-21} {row.To,-19} {Roles(row)}")),
        .. CaseLifecycle.Table.Where(row => row.IsBeside).GroupBy(row => (row.Action, row.Basis, Roles: Roles(row), Needs: string.Join(',', row.Needs)))
            .SelectMany(rows => Row(rows.First(), $"{"(" + rows.Count() + ")",-19} {rows.Key.Action,-21} {"=",-19} {Roles(rows.First())}").Append($"{"",19} in: {string.Join(", ", rows.Select(row => row.From))}")),
    ]);

    private static IEnumerable<string> Row(Transition row, string head) =>
    [
        head,
        $"{"",19} {row.Basis}",
        .. row.Needs.Select(need => $"{"",19} - {LifecycleTexts.Of(need, CommandTexts.Language)} ({Sources.Of(need)})"),
    ];

    /// <summary>The picture in the README; steps that stay in a state are listed inside it.</summary>
    internal static string Mermaid() => Lines(
    [
        "stateDiagram-v2",
        .. CaseLifecycle.Table.Where(row => !row.StaysPut).GroupBy(row => (row.From, row.To))
            .Select(group => $"    {group.Key.From?.ToString() ?? "[*]"} --> {group.Key.To}: {Actions(group)}"),
        .. CaseLifecycle.Table.Where(row => row is { StaysPut: true, IsBeside: false }).GroupBy(row => row.To)
            .Select(group => $"    {group.Key}: {group.Key} ({Actions(group)})"),
    ]);

    private static string Actions(IEnumerable<Transition> rows) => string.Join(", ", rows.Select(row => row.Action).Distinct());

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Json() => JsonOutput.Of(new
    {
        states = Enum.GetValues<CaseState>().Select(state => new { state, reached = CaseLifecycle.Table.Any(row => row.To == state), room = Rooms.Of(state), nl = LifecycleTexts.Of(state, Core.Writing.Language.Dutch), en = LifecycleTexts.Of(state, Core.Writing.Language.English) }),
        transitions = CaseLifecycle.Table.Select(row => new
        {
            row.From,
            row.Action,
            row.To,
            row.Roles,
            requirements = row.Needs.Select(need => new { requirement = need, source = Sources.Of(need) }),
            row.Basis,
            beside = row.IsBeside,
            row.Day,
            term = row.Day is DayEffect.Starts ? TermIn(row.To) : null,
            row.Document,
            row.ResultHold,
            row.RetentionHold,
        }),
    });

    // Set by law, or else by the house; null where nobody has to do anything.
    private static object? TermIn(CaseState state) =>
        StateTerms.StatutoryIn(state) is { } set ? new { length = set.Length, unit = set.Unit, basis = set.Basis }
        : StateTerms.Of(state) is { } house ? new { length = house.Days, unit = TermUnit.WorkingDays, basis = house.Basis }
        : null;

    private static string Roles(Transition row) => row.Roles.IsEmpty ? "(portal)" : string.Join(", ", row.Roles);
}
