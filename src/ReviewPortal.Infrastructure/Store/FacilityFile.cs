using System.Collections.Frozen;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>The request as it was on the page from which somebody acts.</summary>
/// <param name="Version">Null to act on it as it is now.</param>
public readonly record struct FacilityAsSeen(Guid Id, long? Version = null);

/// <summary>One request for a special facility, opened by one person at one moment.</summary>
public sealed class FacilityFile
{
    private readonly Dictionary<FacilityNeed, bool> _stated = [];
    private FrozenSet<FacilityNeed>? _whose;

    public required PortalDb Db { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required Actor Actor { get; init; }

    public required FacilityRequest Request { get; init; }

    /// <summary>What a letter written today says of its sender.</summary>
    public required Institution Institution { get; init; }

    /// <summary>The account of the student; null when there is none, or when the student cannot sign in with it.</summary>
    public required StudentAccount? Student { get; init; }

    /// <summary>The student's own language, in which letters go out.</summary>
    public Language LetterLanguage => Languages.Parse(Student?.Language ?? "nl") ?? Language.Dutch;

    /// <summary>With what who acts has shown to be who they are; null when they have not (Awb 2:18).</summary>
    public Signing? Signing { get; set; }

    /// <summary>How much of it the person who opened it may see.</summary>
    public FacilitySeen Seen => FacilitySight.Of(Request, Actor);

    /// <summary>An action states what only it can know, such as whether the letter has faults.</summary>
    public void State(FacilityNeed need, bool met) => _stated[need] = met;

    /// <summary>States whether what a step asks for was written, as paper would show it, and whether it fits; a form that is forged holds to no bound.</summary>
    /// <param name="longest">In characters.</param>
    public void StateWritten(FacilityNeed need, string? text, int longest = StaffWords.Longest)
    {
        State(need, !Inked.IsEmpty(text));
        State(FacilityNeed.WithinLength, (text?.Length ?? 0) <= longest);
    }

    /// <summary>May the person who opened it do this, as it stands now with what the action has changed in it?</summary>
    public FacilityAnswer Ask(FacilityAction action) => FacilityProcedure.Ask(Request.State, action, Actor.Roles, Met(action));

    /// <summary>Why it is not theirs to fill in; what is still to be written is not what keeps them from it.</summary>
    internal FacilityAnswer AskWhose(FacilityAction action) =>
        Ask(action) is FacilityRefused { Kind: RefusalKind.Unmet } refused ? refused with { Unmet = [.. refused.Unmet.Where(FacilityFacts.SayWhose.Contains)] } : Ask(action);

    /// <summary>Is this theirs to fill in?</summary>
    public bool IsOpen(FacilityAction action) => FacilityProcedure.IsOpen(Request.State, action, Actor.Roles, Met(action));

    /// <summary>Holds on to whose it is and where it stands, before an action changes what that rests on.</summary>
    internal void Pin(FacilityAction action) => _whose = FacilityFacts.Of(Request, action, Actor, Now).Where(FacilityFacts.SayWhose.Contains).ToFrozenSet();

    internal HashSet<FacilityNeed> Met(FacilityAction action)
    {
        var met = FacilityFacts.Of(Request, action, Actor, Now).ToHashSet();
        if (_whose is { } whose)
        {
            met.ExceptWith(FacilityFacts.SayWhose);
            met.UnionWith(whose);
        }

        if (Student is not null) met.Add(FacilityNeed.AddresseeKnown);
        if (Signing is not null) met.Add(FacilityNeed.SignedAfresh);
        foreach (var (need, isMet) in _stated)
        {
            if (isMet) met.Add(need);
            else met.Remove(need);
        }

        return met;
    }
}
