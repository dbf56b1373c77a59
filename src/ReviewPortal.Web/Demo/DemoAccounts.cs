using System.Collections.Immutable;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Demo;

/// <summary>The invented people of the demo, one for every role and a student for every sample sitting.</summary>
internal static class DemoAccounts
{
    private const string Domain = "demo.example";

    public static readonly ImmutableArray<AccountDraft> Staff =
    [
        Account("reviewer", "Noor van Dam", Role.Reviewer),
        Account("reviewer2", "Ruben Achterberg", Role.Reviewer, Role.SecondReviewer),
        Account("tweede", "Sanne de Wit", Role.SecondReviewer),
        Account("examinator", "Anouk de Vries", Role.Examiner) with { Email = "a.devries@uni.example" },
        Account("examinator2", "Mark Jansen", Role.Examiner) with { Email = "m.jansen@uni.example" },
        Account("examinator3", "Farida Bakker", Role.Examiner) with { Email = "f.bakker@uni.example" },
        Account("secretaris", "Mirjam Bos", Role.BoardSecretary),
        Account("lid1", "Aisha Karimi", Role.BoardMember),
        Account("lid2", "Joost Vermeer", Role.BoardMember),
        Account("voorzitter", "Hanneke Willems", Role.Chair),
        Account("coordinator", "Tim Kuipers", Role.Coordinator),
        Account("studieadviseur", "Iris Mensink", Role.StudyAdviser),
        Account("directeur", "Pieter van Loon", Role.EducationDirector),
        Account("beroep", "Karin Postma", Role.AppealsDesk),
        Account("cvb", "Willem Hoekstra", Role.ExecutiveBoard),
        Account("archief", "Loes Timmermans", Role.RecordsManager),
        Account("fg", "Bram Oosterhuis", Role.DataProtectionOfficer),
        Account("beheer", "Els Brouwer", Role.Administrator),
    ];

    public static readonly ImmutableArray<AccountDraft> Students =
    [
        Student("0412701", "Lotte Smit", "nl"),
        Student("0412702", "Daan Peeters", "nl"),
        Student("0412703", "Yara el Amrani", "nl"),
        Student("0412704", "Jesse Mulder", "nl"),
        Student("0412705", "Priya Nair", "en"),
        Student("0412706", "Tijn Hendriks", "nl"),
        Student("0412707", "Mërgim Lukáš", "nl"),
        Student("0412708", "Sophie Dijkstra", "nl"),
        Student("0412709", "Finn O’Connor", "en"),
        Student("0412710", "Þrúður Ævarsdóttir", "en"),
        Student("0412711", "孝慈 (Xiaoci) Chen", "nl"),
        Student("0412712", "Maarten ’t Hart", "nl"),
        Student("0412713", "Noah Visser", "nl"),
    ];

    /// <summary>The account of the person who does this in the demo.</summary>
    public static string Email(string who) => $"{who}@{Domain}";

    public static string StudentEmail(string number) => $"s{number}@{Domain}";

    private static AccountDraft Account(string who, string name, params ImmutableArray<Role> roles) => new(Email(who), name, roles, null, "nl");

    private static AccountDraft Student(string number, string name, string language) => new(StudentEmail(number), name, [Role.Student], number, language);
}
