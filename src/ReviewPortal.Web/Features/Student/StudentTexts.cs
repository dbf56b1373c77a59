namespace ReviewPortal.Web.Features.Student;

/// <summary>The words of the student's pages, in plain language; the texts stand in the resource files beside this one.</summary>
public sealed class StudentTexts;
