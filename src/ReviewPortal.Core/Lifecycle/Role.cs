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
}
