namespace ReviewPortal.Core.Lifecycle;

/// <summary>Which requirements a case meets for one actor at one moment. Rooms state them; what nobody stated is not met.</summary>
public sealed class CaseFacts
{
    private readonly HashSet<Requirement> _met = [];

    public bool Meets(Requirement requirement) => _met.Contains(requirement);

    public CaseFacts State(Requirement requirement, bool met)
    {
        if (met) _met.Add(requirement);
        else _met.Remove(requirement);
        return this;
    }
}
