using ReviewPortal.Core.Cases;

namespace ReviewPortal.Web.Access;

/// <summary>Who signs, with how that was shown (Awb 2:18). Nobody but this room makes one: a message of a browser cannot bring a proof along.</summary>
public sealed class Signatory
{
    private Signatory(PersonId person, Signing? signing) => (Person, Signing) = (person, signing);

    public PersonId Person { get; }

    /// <summary>Null when it was not shown, or too long ago: the step will be refused.</summary>
    public Signing? Signing { get; }

    internal static Signatory Proven(PersonId person, Signing signing) => new(person, signing);

    internal static Signatory Unproven(PersonId person) => new(person, null);
}
