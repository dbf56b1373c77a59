using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Necessity;

/// <summary>How long the texts of a student in a request may be, in characters (house rule): the same on the form and behind it.</summary>
public static class FacilityLengths
{
    public const int Test = 200;
    public const int Course = 60;
    public const int Programme = 200;
    public const int WhyLate = 4000;
    public const int Explanation = 8000;
    public const int Health = 600;
    public const int View = StudentWords.Longest;
}
