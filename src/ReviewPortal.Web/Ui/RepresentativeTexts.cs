namespace ReviewPortal.Web.Ui;

/// <summary>The words for who speaks for a student; the texts stand in the resource files beside this one.</summary>
public sealed class RepresentativeTexts;
