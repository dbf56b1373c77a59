using System.Collections.Immutable;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Cases;

/// <summary>A named person who acts, with the roles this person holds at that moment. A computer is never one (I1).</summary>
/// <param name="StudentNumber">Only for a student: the number by which the sittings are theirs.</param>
public sealed record Actor(PersonId Id, string Name, string Email, ImmutableArray<Role> Roles, string? StudentNumber = null)
{
    /// <summary>Somebody as a step recorded them, whatever became of the account since.</summary>
    public static Actor AsRecorded(PersonId id, string? name) => new(id, name ?? "", "", []);

    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>The role in which this person does what this row of the table describes.</summary>
    public Role ActingAs(Transition row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Roles.IsEmpty ? Roles[0] : row.Roles.First(Roles.Contains);
    }
}
