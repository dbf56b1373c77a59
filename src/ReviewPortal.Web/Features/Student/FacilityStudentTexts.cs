namespace ReviewPortal.Web.Features.Student;

/// <summary>Marks the texts of the student's pages about a special facility.</summary>
public sealed class FacilityStudentTexts;
