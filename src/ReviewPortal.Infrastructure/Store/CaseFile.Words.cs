using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>How much can be written in a step; a form that is forged holds to no bound.</summary>
public sealed partial class CaseFile
{
    /// <summary>States whether a text of the step fits, and tells how much has to go when it does not.</summary>
    /// <param name="longest">In characters.</param>
    public void StateLength(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        State(Requirement.WithinLength, text.Length <= longest);
        Explain(Requirement.WithinLength, language => LifecycleTexts.TooLong(text.Length, longest, language));
    }
}
