namespace ReviewPortal.Web.Ui;

/// <summary>The words of the question before a signature; the texts stand in the resource files beside this one.</summary>
public sealed class SigningTexts;
