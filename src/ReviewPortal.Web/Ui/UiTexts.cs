namespace ReviewPortal.Web.Ui;

/// <summary>The words every page shares; the texts stand in the resource files beside this one.</summary>
public sealed class UiTexts;
