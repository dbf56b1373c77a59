namespace ReviewPortal.Web.Ui;

/// <summary>A letter on paper that is to be posted or handed over, whatever it is about; the words stand in the resource files beside this one.</summary>
public sealed class PostTexts;
