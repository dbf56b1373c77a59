using System.Collections.Immutable;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>What a person is in the procedure. One person may hold several; the table says which one an action asks for.</summary>
public enum Role
{
    Reviewer,
    SecondReviewer,
    Examiner,
    BoardSecretary,
    BoardMember,
    Chair,
    Student,
    Coordinator,
    AppealsDesk,
    ExecutiveBoard,
    RecordsManager,
    DataProtectionOfficer,
    Administrator,

    /// <summary>Advises the board on a request for a special facility (UU-R1-11).</summary>
    StudyAdviser,

    /// <summary>Concurs that a test qualifies for online proctoring (UU-R1-8).</summary>
    EducationDirector,
}

public static class Roles
{
    /// <summary>Who decides: the members of the board and its chair.</summary>
    public static readonly ImmutableArray<Role> Board = [Role.BoardMember, Role.Chair];
}
