using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Tests;

/// <summary>The people of the tests, one for each part they play.</summary>
internal static class Who
{
    public static readonly Actor Reviewer = Person(1, "Noor van Dam", Role.Reviewer);
    public static readonly Actor SecondReviewer = Person(2, "Sanne de Wit", Role.SecondReviewer);
    public static readonly Actor Examiner = Person(3, "Anouk de Vries", Role.Examiner) with { Email = A.ExaminersAddress };
    public static readonly Actor Secretary = Person(4, "Mirjam Bos", Role.BoardSecretary);
    public static readonly Actor Member = Person(5, "Aisha Karimi", Role.BoardMember);
    public static readonly Actor OtherMember = Person(6, "Joost Vermeer", Role.BoardMember);
    public static readonly Actor Chair = Person(7, "Hanneke Willems", Role.Chair);
    public static readonly Actor Student = Person(8, "Þrúður Ævarsdóttir", Role.Student) with { StudentNumber = A.StudentNumber };

    public static Actor Person(int number, string name, params ReadOnlySpan<Role> roles) =>
        new(new PersonId(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), name, $"p{number}@uni.example", [.. roles]);
}
