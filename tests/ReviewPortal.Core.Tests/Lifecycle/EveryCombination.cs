using System.Text;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Tests.Lifecycle;

/// <summary>Asks the lifecycle about every state, action and role, and writes the answers down for people.</summary>
internal static class EveryCombination
{
    private static readonly CaseFacts NothingMet = new();
    private static readonly CaseFacts AllMet = Met(Enum.GetValues<Requirement>());

    public static IEnumerable<CaseState?> States => Enum.GetValues<CaseState>().Select(state => (CaseState?)state).Prepend(null);

    public static string Written()
    {
        var text = new StringBuilder("""
            Who may do what. Every state was asked about every action in every role, with all requirements met; behind the colon stands what is
            asked for when none is met. What is not written here is refused: to every other role, and every other action to everybody.


            """);
        foreach (var state in States.Where(state => PermittedIn(state).Any())) Write(text, state);
        text.AppendLine(Invariant($"Nothing can be done in: {List(States.Where(state => !PermittedIn(state).Any()))}"));
        return text.ToString().ReplaceLineEndings("\n");
    }

    public static CaseFacts Met(IEnumerable<Requirement> requirements) =>
        requirements.Aggregate(new CaseFacts(), (facts, requirement) => facts.State(requirement, true));

    private static void Write(StringBuilder text, CaseState? state)
    {
        text.AppendLine(Invariant($"{state?.ToString() ?? "(no case yet)"}"));
        foreach (var (action, to, needs, roles) in PermittedIn(state).GroupBy(cell => (cell.Action, cell.To, cell.Needs), (same, cells) => (same.Action, same.To, same.Needs, List(cells.Select(cell => cell.Role)))))
            text.AppendLine(Invariant($"  {action} -> {to}")).AppendLine(Invariant($"    {roles}: {needs}"));
        text.AppendLine();
    }

    private static IEnumerable<(CaseAction Action, CaseState To, string Needs, Role Role)> PermittedIn(CaseState? state) =>
        from action in Enum.GetValues<CaseAction>()
        from role in Enum.GetValues<Role>()
        let done = CaseLifecycle.Ask(state, action, [role], AllMet) as Done
        where done is not null
        select (action, done.Row.To, List(NeededBy(state, action, role)), role);

    private static IEnumerable<Requirement> NeededBy(CaseState? state, CaseAction action, Role role) =>
        CaseLifecycle.Ask(state, action, [role], NothingMet) is Refused refused ? refused.Unmet : [];

    private static string List<T>(IEnumerable<T> items) => items.Select(item => $"{item}").DefaultIfEmpty("nothing more").Aggregate((all, next) => $"{all}, {next}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
