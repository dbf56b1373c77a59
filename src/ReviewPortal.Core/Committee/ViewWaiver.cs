namespace ReviewPortal.Core.Committee;

/// <summary>The only grounds on which a view may be left out (Awb 4:11).</summary>
public enum ViewWaiver
{
    /// <summary>a. The case is too urgent for it.</summary>
    Urgency,

    /// <summary>b. The student has been heard before and no new facts have come up.</summary>
    AlreadyHeard,

    /// <summary>c. The purpose of the decision can be reached only if the student does not know of it beforehand.</summary>
    PurposeDefeated,
}
