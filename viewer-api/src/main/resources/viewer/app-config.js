// OHIF's configuration. The hub has a study list of its own, to which the logo leads back.
window.config = {
  routerBasename: null,
  extensions: [
    {
      // OHIF takes every secondary capture of 90 frames or more for a video and asks for it as
      // video/mp4. The hub says what it is encoded in (0008,3002): only a video may be taken for one.
      id: 'hub-videos',
      onModeEnter: ({ extensionManager }) => {
        const handler = extensionManager.getModuleEntry(
          '@ohif/extension-dicom-video.sopClassHandlerModule.dicom-video'
        );
        if (!handler || handler.takesVideosOnly) {
          return;
        }
        const displaySets = handler.getDisplaySetsFromSeries;
        const isVideo = ({ AvailableTransferSyntaxUID: syntax }) =>
          !syntax || /^1\.2\.840\.10008\.1\.2\.4\.10\d/.test(syntax);
        handler.takesVideosOnly = true;
        handler.getDisplaySetsFromSeries = instances => displaySets(instances.filter(isVideo));
      },
    },
  ],
  modes: [],
  customizationService: {},
  showStudyList: false,
  maxNumberOfWebWorkers: 3,
  investigationalUseDialog: { option: 'never' },
  whiteLabeling: {
    createLogoComponentFn: React =>
      React.createElement(
        'a',
        {
          href: '/',
          'data-cy': 'hub-study-list',
          style: { display: 'inline-block', padding: '8px 12px', color: '#9ccef9' },
        },
        '\u2039 ' + (/(^|; )i18next=vi/.test(document.cookie) ? 'Danh s\u00e1ch ca' : 'Studies')
      ),
  },
  defaultDataSourceName: 'hub',
  dataSources: [
    {
      namespace: '@ohif/extension-default.dataSourcesModule.dicomweb',
      sourceName: 'hub',
      configuration: {
        friendlyName: 'Hub',
        name: 'hub',
        qidoRoot: '/dicomweb',
        wadoRoot: '/dicomweb',
        wadoUriRoot: '/wado',
        imageRendering: 'wadors',
        thumbnailRendering: 'wadors',
        enableStudyLazyLoad: true,
        supportsFuzzyMatching: true,
        supportsWildcard: true,
        omitQuotationForMultipartRequest: true,
        singlepart: 'bulkdata,video,pdf',
        bulkDataURI: { enabled: true },
      },
    },
  ],
};
