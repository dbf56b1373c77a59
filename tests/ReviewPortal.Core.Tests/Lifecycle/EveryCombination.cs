using System.Text;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Tests.Lifecycle;

/// <summary>Asks the lifecycle about every state, action and role, and writes the answers down for people.</summary>
internal static class EveryCombination
{
    public static IEnumerable<CaseState?> States => Enum.GetValues<CaseState>().Select(state => (CaseState?)state).Prepend(null);

    public static string Written()
    {
        var text = new StringBuilder("""
            Who may do what. Every state was asked about every action in every role, with all requirements met; behind the colon stands what is
            asked for. Where one step can lead to several states, the first that has all it asks for is taken. What is not written here is
            refused: to every other role, and every other action to everybody.


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
        from row in Answers(state, action, role, []).DistinctBy(row => row.To)
        select (action, row.To, List(row.Needs), role);

    // What leads somewhere with everything met, and where it leads when one of the things it asks for is not: until it is refused.
    private static IEnumerable<Transition> Answers(CaseState? state, CaseAction action, Role role, Requirement[] without) =>
        CaseLifecycle.Ask(state, action, [role], Met(Enum.GetValues<Requirement>().Except(without))) is Done done
            ? done.Row.Needs.SelectMany(need => Answers(state, action, role, [.. without, need])).Prepend(done.Row)
            : [];

    private static string List<T>(IEnumerable<T> items) => items.Select(item => $"{item}").DefaultIfEmpty("nothing more").Aggregate((all, next) => $"{all}, {next}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
